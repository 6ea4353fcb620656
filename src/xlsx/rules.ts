import { blockName } from '../workbook/a1';
import type { Area } from '../workbook/workbook';
import type { Rule, Styles } from './styles';
import { escaped } from './text';

const OPERATORS = { '<': 'lessThan', '>': 'greaterThan', '=': 'equal', '<>': 'notEqual' } as const;

/** Colours by the value of a cell, as a native rule. */
export function ruleXml(prefix: string, area: Area, rules: readonly Rule[], styles: Styles): string {
  const p = prefix;
  const texts = rules.map((rule, index) => {
    const value = typeof rule.value === 'number' ? String(rule.value) : `"${rule.value.replace(/"/g, '""')}"`;
    return (
      `<${p}cfRule type="cellIs" dxfId="${styles.conditional(rule)}" priority="${index + 1}" ` +
      `operator="${OPERATORS[rule.operator]}"><${p}formula>${escaped(value)}</${p}formula></${p}cfRule>`
    );
  });
  return `<${p}conditionalFormatting sqref="${blockName(area)}">${texts.join('')}</${p}conditionalFormatting>`;
}
