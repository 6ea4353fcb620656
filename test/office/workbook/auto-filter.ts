import { Resource } from '../wire/resource';

/** As much of a filter as the add-in asks about. */
export class AutoFilterResource extends Resource {
  readonly kind = 'AutoFilter';

  constructor(private readonly isFiltered: () => boolean) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['IsDataFiltered'];
  }
  get IsDataFiltered(): boolean {
    return this.isFiltered();
  }
}
