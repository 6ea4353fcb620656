declare function plainDecimal(source: string): string;
declare namespace plainDecimal {
  const LEFT_OUT: ReadonlySet<string>;
}
export = plainDecimal;
