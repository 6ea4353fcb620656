import { isRecord, type Json, parsedJson } from './parsed-json';
import type { Grid } from './grid';

/**
 * The tables in the JSON that the exchanges' pages load: a list of records is a table with its fields for headers.
 * Shenzhen puts the day into `metadata.subname` beside `data`; Shanghai sends the same records twice, as `result` and
 * as `pageHelp.data`; both say how many records there are on all pages together.
 */
export function jsonGrids(text: string): Grid[] {
  const grids: Grid[] = [];
  visit(parsedJson(text), { day: '', name: '', expected: undefined });
  return grids;

  function visit(node: Json, above: Above): void {
    if (Array.isArray(node)) {
      const records = node.filter(isFlatRecord);
      if (records.length > 0) grids.push(gridOf(records, above));
      else for (const child of node) visit(child, above);
    } else if (isRecord(node)) {
      const here = told(node, above);
      if (isSplit(node)) return void grids.push({ name: nameOf(here), rows: [node.columns, ...node.data] });
      const { pageHelp, ...others } = node;
      const children = Array.isArray(node.result) && node.result.length > 0 ? others : node;
      void pageHelp;
      for (const child of Object.values(children)) visit(child, here);
    }
  }
}

interface Above {
  readonly day: string;
  readonly name: string;
  readonly expected: number | undefined;
}

type Fields = { readonly [field: string]: Json };

function told(node: Fields, above: Above): Above {
  const { metadata, pageHelp } = node;
  if (isRecord(metadata))
    return {
      day: textOf(metadata.subname) || above.day,
      name: textOf(metadata.name) || above.name,
      expected: countOf(metadata.recordcount),
    };
  return isRecord(pageHelp) ? { ...above, expected: countOf(pageHelp.total) } : above;
}

function gridOf(records: readonly Fields[], above: Above): Grid {
  const fields = [...new Set(records.flatMap(Object.keys))];
  return {
    name: nameOf(above),
    rows: [fields, ...records.map((record) => fields.map((field) => record[field] ?? null))],
    ...(above.expected !== undefined && { expected: above.expected }),
  };
}

const nameOf = ({ name, day }: Above): string => [name, day].filter(Boolean).join(' ');
const textOf = (node: Json | undefined): string =>
  typeof node === 'string' ? node.replace(/<[^>]*>|&nbsp;/g, '') : '';
const countOf = (node: Json | undefined): number | undefined =>
  typeof node === 'number' || (typeof node === 'string' && /^\d+$/.test(node)) ? Number(node) : undefined;

function isFlatRecord(node: Json): node is Fields {
  if (!isRecord(node)) return false;
  const values = Object.values(node);
  return values.length > 1 && values.every((value) => value === null || typeof value !== 'object');
}

/** As pandas writes a table with `orient='split'`. */
function isSplit(node: Fields): node is { readonly columns: readonly Json[]; readonly data: readonly Json[][] } {
  return (
    Array.isArray(node.columns) &&
    node.columns.every((column) => typeof column === 'string') &&
    Array.isArray(node.data) &&
    node.data.every(Array.isArray)
  );
}
