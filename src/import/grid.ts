/** A sheet of a file as it stands there. */
export interface Grid {
  /** '' where the file has no sheets. */
  readonly name: string;
  /** Null or '' for a blank cell. */
  readonly rows: readonly (readonly unknown[])[];
  /** How many rows the source says there are, where this is one page of them. */
  readonly expected?: number;
}
