import type { Text } from '../../language';
import type { Content } from '../../templates/template';
import type { CellValue } from '../../workbook/workbook';
import type { Probe } from './probes';

/** A section of the page of known limits. */
export type Limit = 'reports' | 'perpetual' | 'places' | 'speed' | 'cells' | 'sharing';

/** One thing that differs between builds of Excel, and the formula that shows it. In texts `{r}` is the check's row, `{r+1}` the next. */
export interface Check {
  readonly id: string;
  readonly what: Text;
  /** What stands in C, D and E of its row. */
  readonly reads?: readonly Content[];
  /** Their number format, where it matters. */
  readonly format?: string;
  /** Cells of its own further to the right. */
  readonly beside?: {
    readonly column: string;
    readonly cells: readonly (readonly Content[])[];
    readonly format?: string;
  };
  /** What the pane does with the sheet itself; what it sees is written to C. */
  readonly probe?: Probe;
  readonly formula: string;
  readonly expected: CellValue;
  /** What stands there in a host that has no such thing, which is no fault. */
  readonly absent?: CellValue;
  /** What it means when something else stands there. */
  readonly means: Text;
  readonly limit: Limit;
}
