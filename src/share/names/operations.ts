import { type GroupRule, groupsOf, zeroBesides } from '../../functions/arguments/cell-rules';
import type { Param, SeriesParam } from '../../functions/catalogue/define';
import type { Group, Operations } from '../../number/arithmetic';
import { namesAtom } from '../../number/names-writing';
import { NativeFormula } from '../../number/native';
import { defaulted, limited } from './reading';
import { slot } from './slots';

/** A range used whole. */
export class NamesGroup implements Group<NativeFormula> {
  declare readonly member?: NativeFormula;

  constructor(readonly param: SeriesParam) {}
}

const paramOf = (group: Group<NativeFormula>) => (group as NamesGroup).param;

/** Whether a position of a range holds nothing that counts. */
export function nothingIn({ name, blank }: SeriesParam): string {
  return blank === 'skip' ? `RZ._BLANK(${name})` : `RZ._NIL(${name})`;
}

/** What a position of a range stands for, beside the others of its group. */
export function memberRead(param: SeriesParam, params: readonly Param[]): string {
  const { name, blank, missingBeside } = param;
  const partner = params.find((other) => other.kind === 'series' && other.name === missingBeside) as
    SeriesParam | undefined;
  if (partner) {
    const alone = partner.orTotal ? `(RZ._SIZE(${partner.name})=1)+${nothingIn(partner)}>0` : nothingIn(partner);
    return `IF(RZ._BLANK(${name}),IF(${alone},0,NA()),${limited(param, `RZ._NUM(${name})`)})`;
  }
  const single = ruleOf(param, params).members.length === 1;
  return limited(param, single || blank !== 'missing' ? defaulted(name, 0) : `RZ._NEED(${name})`);
}

function ruleOf({ group }: SeriesParam, params: readonly Param[]): GroupRule {
  return groupsOf(params).find(({ name }) => name === group)!;
}

/** Where no counting member holds anything. */
export function nothingAt({ counting }: GroupRule): string {
  return counting.map(nothingIn).join('*');
}

/** The test that the counting members of each group have one size, or undefined where no group has two. */
export function lengthsDiffer(params: readonly Param[]): string | undefined {
  const tests = groupsOf(params).flatMap(({ counting: [first, ...others] }) =>
    others.map((other) => {
      const total = [first!, other].find(({ orTotal }) => orTotal);
      const apart = `RZ._APART(${first!.name},${other.name})`;
      return total ? `(RZ._SIZE(${total.name})>1)*${apart}` : apart;
    }),
  );
  return tests.length > 0 ? tests.join('+') : undefined;
}

/** Sums over ranges in the body of a LAMBDA. */
export function namesOperations(params: readonly Param[]): Operations<NativeFormula> {
  return {
    of: (value) => NativeFormula.of(value),
    sum(group) {
      const param = paramOf(group);
      const rule = ruleOf(param, params);
      const read = slot(param.name);
      const whole = rule.members.length === 1 || param.blank !== 'missing';
      return namesAtom(whole ? `SUM(${read})` : `SUM(IF(${nothingAt(rule)},0,${read}))`);
    },
    count: (group) => namesAtom(`SUM(IF(RZ._BLANK(${paramOf(group).name}),0,1))`),
    sumOver(groups, term) {
      const rule = ruleOf(paramOf(groups[0]!), params);
      const besides = zeroBesides(rule.members).map(
        ({ param, beside }) => `(${slot(param.name)}=0)*(${slot(beside.name)}<>0)`,
      );
      const product = term(...groups.map((group) => namesAtom(slot(paramOf(group).name)))).text;
      const each = besides.length > 0 ? `IF(${besides.join('+')},NA(),${product})` : product;
      const nothing = slot(`${rule.name}_nil`);
      const sum = `SUM(IF(${nothing},0,${each}))`;
      const [first] = rule.counting as [SeriesParam];
      const asides = rule.members
        .filter((member) => !rule.counting.includes(member))
        .map(({ name }) => `(RZ._SIZE(${name})>1)*RZ._APART(${name},${first.name})`);
      return namesAtom(asides.length > 0 ? `IF(AND(${nothing}),0,IF(${asides.join('+')},#VALUE!,${sum}))` : sum);
    },
  };
}
