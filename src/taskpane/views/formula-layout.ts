import { element } from '../element';
import { piecesOf, type Piece } from './formula-pieces';

/** A formula set as one: what is divided stands over what divides. */
export function formulaLayout(text: string): HTMLElement {
  return element('p', { class: 'formula', role: 'math', 'aria-label': text }, ...piecesOf(text).map(piece));
}

function piece(part: Piece): Node | string {
  if ('text' in part) return part.text.trim();
  if ('operator' in part) return element('span', { class: 'operator' }, part.operator);
  return element('span', { class: 'fraction' }, element('span', { class: 'over' }, ...part.over.map(piece)), element('span', { class: 'under' }, ...part.under.map(piece)));
}
