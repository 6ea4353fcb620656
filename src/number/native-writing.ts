import type { Writing } from './arithmetic';
import { errorText, NativeFormula, PRECEDENCE } from './native';

const LINE_DIGITS = 12;

const atom = (text: string) => new NativeFormula({ text, precedence: PRECEDENCE.atom, single: true });

const isNumber = ({ text }: NativeFormula) => /^[\d.]+%?$/.test(text);

/** Closed forms of procedures as Excel expressions. */
export const nativeWriting: Writing<NativeFormula> = {
  of: (value) => NativeFormula.of(value),
  word: (text) => atom(`"${text.replace(/"/g, '""')}"`),
  error: (code) => atom(errorText(code)),
  when: (left, test, right, then, otherwise) => {
    const [a, b] = [left, right].map((side) => side.within(PRECEDENCE.comparison + 1));
    return atom(`IF(${a}${test}${b},${then.text},${otherwise.text})`);
  },
  at12Digits(x) {
    if (isNumber(x) && x.text.replace(/\D/g, '').length <= LINE_DIGITS) return x;
    const zero = `${x.within(PRECEDENCE.comparison + 1)}=0`;
    return x.call(`ROUND(${x.text},${LINE_DIGITS - 1}-INT(LOG10(ABS(${x.text})+(${zero}))))`);
  },
  isNumber,
  monthsLater: (day, months) => atom(`EDATE(${day.text},${months.text})`),
};
