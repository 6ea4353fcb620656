import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Rows of a query; numbers as text, so that no digit is lost. */
export type SqlRows = readonly (readonly (string | null)[])[];

export class Database {
  private readonly child;
  private readonly answers;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(readonly engine: string) {
    this.child = spawn(process.execPath, [join(__dirname, 'database.mjs'), engine], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async run(sql: string): Promise<void> {
    await this.ask({ run: sql });
  }

  rows(sql: string): Promise<SqlRows> {
    return this.ask({ rows: sql });
  }

  async close(): Promise<void> {
    this.child.stdin.end();
    await new Promise((resolve) => this.child.once('close', resolve));
  }

  private ask(question: { readonly run: string } | { readonly rows: string }): Promise<SqlRows> {
    const answer = this.turn.then(async () => {
      this.child.stdin.write(`${JSON.stringify(question)}\n`);
      const { value, done } = await this.answers.next();
      if (done) throw new Error(`${this.engine} has ended`);
      const { rows, error } = JSON.parse(value) as { rows?: SqlRows; error?: string };
      if (error !== undefined)
        throw new Error(`${this.engine}: ${error}\n${Object.values(question)[0]!.slice(0, 2000)}`);
      return rows!;
    });
    this.turn = answer.catch(() => undefined);
    return answer;
  }
}

/** The engines that are here; ClickHouse only where .ci/run has installed it, as it weighs half a gigabyte. */
export const ENGINES: readonly string[] = [
  'duckdb',
  'postgres',
  ...(process.env['RZRQ_CLICKHOUSE'] ? ['clickhouse'] : []),
];
