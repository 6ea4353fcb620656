/** A file that somebody has chosen, or a text that was pasted. */
export interface Source {
  readonly name: string;
  /** The folders above it; '' where they are not known. */
  readonly folder: string;
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}
