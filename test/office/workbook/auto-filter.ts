import { Resource } from '../wire/resource';
import type { RangeResource } from './range';

interface Criteria {
  readonly filterOn: string;
  readonly values: readonly string[];
}

export type ApplyFilter = (range: RangeResource, column: number, texts: readonly string[]) => void;

/** As much of a filter as the add-in asks about, and by values alone. */
export class AutoFilterResource extends Resource {
  readonly kind = 'AutoFilter';

  constructor(
    private readonly isFiltered: () => boolean,
    private readonly apply?: ApplyFilter,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['IsDataFiltered'];
  }
  get IsDataFiltered(): boolean {
    return this.isFiltered();
  }

  Apply(range: RangeResource, column: number, criteria: Criteria): void {
    if (!this.apply || criteria.filterOn !== 'Values') throw new Error('Only the filter of a sheet, by values.');
    this.apply(range, column, criteria.values);
  }
}
