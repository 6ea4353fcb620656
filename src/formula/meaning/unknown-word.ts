import { type Node, operandsOf, treeOf } from '../text';
import { misnamedCall } from '../calls';
import { parseReference } from '../references';
import type { Area } from '../../workbook/workbook';
import { resolve, type Book } from './book';

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
  // What LET and LAMBDA name inside is theirs alone.
  if (!node || node.type === 'LetExpression' || node.type === 'LambdaExpression') return [];
  return node.type === 'ReferenceIdentifier' ? [node.value] : operandsOf(node).flatMap(referencesIn);
}
