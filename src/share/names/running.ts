import type { CellParam, Running, SeriesParam } from '../../functions/catalogue/define';
import { namesAtom } from '../../number/names-writing';
import { NativeFormula } from '../../number/native';
import { defaulted, limited, numberRead } from './reading';

/** The total of every day: the flows of the days are added up in turn, and the opening to all of them. */
export function runningTotal({ params, step }: Running): string {
  const opening = params[0] as CellParam;
  const days = params.filter((param): param is SeriesParam => param.kind === 'series');
  const [first, ...others] = days as [SeriesParam, ...SeriesParam[]];
  const day = Object.fromEntries(
    days.map((param) => [param.name, namesAtom(limited(param, defaulted(param.name, 0)))]),
  );
  const flows = step(NativeFormula.of(0), day as never).text;
  const range = first.name;
  const used = days.map(({ name }) => `(RZ._BLANK(${name})=FALSE)`).join('+');
  const named = [
    `used,IFERROR(${used},1)`,
    `last,MAX(IF(used>0,SEQUENCE(ROWS(${range}),COLUMNS(${range})),0))`,
    `begin,${numberRead(opening, opening.name)}`,
    `flows,SCAN(0,${flows},LAMBDA(sum,flow,RZ._TIDY(sum+flow,ABS(sum)+ABS(flow))))`,
    'totals,RZ._TIDY(begin+flows,ABS(begin)+ABS(flows))',
  ];
  const trimmed = `IF(COLUMNS(${range})=1,TAKE(totals,last),IF(ROWS(${range})=1,TAKE(totals,,last),totals))`;
  const apart = others.map(({ name }) => `RZ._APART(${range},${name})`).join('+');
  return `IF(${apart},#VALUE!,LET(${named.join(',')},IF(last=0,"",${trimmed})))`;
}
