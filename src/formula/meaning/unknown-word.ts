import { treeOf, type Node } from '../text';
import { misnamedCall } from '../calls';
import { parseReference } from '../references';
import type { Area } from '../../workbook/workbook';
import { resolve, type Book } from './book';

/** What they name inside is theirs alone. */
const SCOPES: readonly string[] = ['LetExpression', 'LambdaExpression'];
/** Other workbooks, tables and the names of other sheets, which are for the host to know. */
const FAR = /[[\]!]/;

/** The first word of a formula that nothing in the workbook is called, or a call of ours that there is no function for. */
export function unknownWord(text: string, book: Book, at: Area): string | undefined {
  const formula = text.startsWith('=') ? text : `=${text}`;
  const call = misnamedCall(formula);
  if (call) return formula.slice(call.start, call.open).trim();
  return referencesIn(treeOf(formula)).find(
    (word) => !resolve(word, book, at) && (parseReference(word) !== undefined || !FAR.test(word)),
  );
}

function referencesIn(node: Node | null | undefined): string[] {
  if (!node || SCOPES.includes(node.type)) return [];
  if (node.type === 'ReferenceIdentifier') return [String(node.value)];
  return [...referencesIn(node.callee), ...(node.arguments ?? []).flatMap(referencesIn)];
}
