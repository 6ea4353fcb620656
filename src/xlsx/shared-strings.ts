import { richText, nameCode, Scanner } from './scanner';

const SI = nameCode('si');

/** The texts that cells refer to by number; each is read when it is first asked for. */
export class SharedStrings {
  private readonly texts = new Map<number, string>();

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
    private readonly starts: readonly number[],
    private readonly ends: readonly number[],
  ) {}

  static readonly none = new SharedStrings(new Uint8Array(), '', [], []);

  static of(bytes: Uint8Array, part: string): SharedStrings {
    const scanner = new Scanner(bytes, part);
    const starts: number[] = [];
    const ends: number[] = [];
    while (scanner.next()) {
      if (scanner.code !== SI || scanner.kind === 'close') continue;
      starts.push(scanner.end);
      scanner.skip();
      ends.push(Math.max(scanner.start, starts[starts.length - 1]!));
    }
    return new SharedStrings(bytes, part, starts, ends);
  }

  get count(): number {
    return this.starts.length;
  }

  text(index: number): string {
    let text = this.texts.get(index);
    if (text === undefined) {
      text = richText(this.bytes, this.part, this.starts[index]!, this.ends[index]!);
      this.texts.set(index, text);
    }
    return text;
  }
}
