import type { Writing } from './arithmetic';
import { errorText, NativeFormula, PRECEDENCE, type Spelling } from './native';

/** In a LAMBDA an operand may be a column, and helpers of ours stand beside Excel's functions. */
export const namesSpelling: Spelling = {
  lesser: (a, b) => `RZ._LESSER(${a},${b})`,
  greater: (a, b) => `RZ._GREATER(${a},${b})`,
  rounded: (sum, terms) => `RZ._TIDY(${sum},${terms.map((term) => `ABS(${term})`).join('+')})`,
};

/** An operand of a LAMBDA that stands for itself everywhere. */
export function namesAtom(text: string): NativeFormula {
  return new NativeFormula({ text, precedence: PRECEDENCE.atom, single: false, spelling: namesSpelling });
}

/** Closed forms of procedures as the body of a LAMBDA. */
export const namesWriting: Writing<NativeFormula> = {
  of: (value) => NativeFormula.of(value),
  word: (text) => namesAtom(`"${text.replace(/"/g, '""')}"`),
  error: (code) => namesAtom(errorText(code)),
  when: (left, test, right, then, otherwise) => {
    const [a, b] = [left, right].map((side) => side.within(PRECEDENCE.comparison + 1));
    return namesAtom(`IF(${a}${test}${b},${then.text},${otherwise.text})`);
  },
  at12Digits: (x) => (/^\d+$/.test(x.text) ? x : namesAtom(`RZ._TWELVE(${x.text})`)),
  // Every cell of a LAMBDA is read before it is used.
  isNumber: () => true,
  monthsLater: (day, months) =>
    namesAtom(
      `IF(${months.within(PRECEDENCE.comparison + 1)}<>INT(${months.text}),#NUM!,EDATE(${day.text},${months.text}))`,
    ),
};
