import { type Edit, type Element, parsed } from './elements';
import { Scanner } from './scanner';
import { textOfBytes } from './text';

/** What may stand in a sheet, in the order in which it has to: ECMA-376, 18.3.1.99, CT_Worksheet. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

interface Piece {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a sheet says beside its cells. */
export class Frame {
  private readonly pieces: readonly Piece[];
  private readonly replaced = new Map<string, string>();
  private readonly added = new Map<string, string[]>();
  private readonly rootEnd: number;
  readonly prefix: string;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
    data: Piece,
  ) {
    const head = new Scanner(bytes, part, 0, data.start);
    if (!head.next() || head.name() !== 'worksheet' || head.kind !== 'open') throw head.damaged();
    this.prefix = head.prefix();
    const pieces: Piece[] = [];
    const collect = (scanner: Scanner) => {
      while (scanner.next() && scanner.kind !== 'close') {
        const [name, start] = [scanner.name(), scanner.start];
        scanner.skip();
        pieces.push({ name, start, end: scanner.end });
      }
    };
    collect(head);
    pieces.push(data);
    const tail = new Scanner(bytes, part, data.end);
    collect(tail);
    if (tail.kind !== 'close' || tail.name() !== 'worksheet') throw tail.damaged();
    this.rootEnd = tail.start;
    this.pieces = pieces;
  }

  /** The elements of a name, as they were read. */
  all(name: string): readonly Element[] {
    return this.pieces
      .filter((piece) => piece.name === name)
      .map(({ start, end }) => parsed(this.bytes, this.part, start, end));
  }

  /** The text of an element as it is now. */
  text(name: string): string | undefined {
    const piece = this.pieces.find((one) => one.name === name);
    return this.replaced.get(name) ?? (piece && textOfBytes(this.bytes.subarray(piece.start, piece.end)));
  }

  /** Puts an element where it belongs, in place of one that is there. */
  replace(name: string, text: string): void {
    this.replaced.set(name, text);
  }

  /** One more element of a name of which there may be many. */
  add(name: string, text: string): void {
    this.added.set(name, [...(this.added.get(name) ?? []), text]);
  }

  edits(): Edit[] {
    const replacements = [...this.replaced].map(([name, text]): Edit => {
      const piece = this.pieces.find((one) => one.name === name);
      return piece ? { start: piece.start, end: piece.end, text } : this.insertion(name, text);
    });
    return [...replacements, ...[...this.added].map(([name, texts]) => this.insertion(name, texts.join('')))];
  }

  private insertion(name: string, text: string): Edit {
    const rank = (other: string) => ORDER.indexOf(other);
    const next = this.pieces.find((piece) => rank(piece.name) > rank(name));
    const at = next?.start ?? this.rootEnd;
    return { start: at, end: at, text };
  }
}
