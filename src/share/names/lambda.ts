/** What a defined name holds: a function written in Excel itself. */
export interface Lambda {
  /** Without the prefix of the names. */
  readonly id: string;
  readonly params: readonly LambdaParam[];
  readonly body: string;
}

export interface LambdaParam {
  readonly name: string;
  readonly optional: boolean;
}

/** As it is typed into the name manager or handed to Office.js, without =. */
export function typed({ params, body }: Lambda): string {
  const list = params.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `LAMBDA(${[...list, body].join(',')})`;
}

/** Beyond this Excel refuses a name (support.microsoft.com, “Data types and limits of names”). */
export const MOST_CHARACTERS = 8191;
