/** What tables cost beside the JSON that carries them, in a process of its own: `tables.ts <times | heap>` prints JSON. */
import { bind } from '../../src/binding/bind';
import type { Bound } from '../../src/binding/call';
import { RECONCILE } from '../../src/functions/check/reconcile';
import { STANDARDIZE } from '../../src/functions/check/standardize';
import { ACCOUNT_MONITOR } from '../../src/functions/desk/account-monitor';
import { NET_PURCHASE_RANKING } from '../../src/functions/desk/net-purchase-ranking';
import { byTurns, medianOf, processorTime } from './measure';

const TURNS = 7;
const SECURITIES = 4_000;
const ROWS = 100_000;
const ROWS_OF_HEAP = 500_000;
const ACCOUNTS = 5_000;
const POSITIONS_EACH = 8;
/** 25 weekdays without a holiday follow. */
const FIRST_DAY = Date.UTC(2025, 1, 10);
const DAY = 86_400_000;

type Table = unknown[][];

/** Weekdays one after the other, as Tushare writes days. */
function dayOf(i: number): string {
  const day = new Date(FIRST_DAY + (Math.floor(i / 5) * 7 + (i % 5)) * DAY);
  return day.toISOString().slice(0, 10).replace(/-/g, '');
}

/** A market of securities whose balances roll from day to day; as numbers, or as text with commas. */
function market(rows: number, asText: boolean): Table {
  const cell = (figure: number) => (asText ? figure.toLocaleString('en-US') : figure);
  let seed = 20260130;
  const random = (below: number) =>
    Math.floor(((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648) * below);
  const balances = Array.from({ length: SECURITIES }, () => ({ financing: random(5e9), qty: random(5e6) }));
  const table: Table = [
    ['trade_date', 'ts_code', 'rzye', 'rzmre', 'rzche', 'rqyl', 'rqmcl', 'rqchl', 'rqye', 'rzrqye'],
  ];
  for (let i = 0; i < rows; i++) {
    const security = i % SECURITIES;
    const balance = balances[security]!;
    const [purchases, repayments, sold, returned] = [random(5e8), random(5e8), random(1e5), random(1e5)];
    balance.financing += purchases - repayments;
    balance.qty += sold - returned;
    const lending = balance.qty * 12;
    table.push([
      dayOf(Math.floor(i / SECURITIES)),
      `${600_000 + security}.SH`,
      ...[
        balance.financing,
        purchases,
        repayments,
        balance.qty,
        sold,
        returned,
        lending,
        balance.financing + lending,
      ].map(cell),
    ]);
  }
  return table;
}

function desk(): [accounts: Table, positions: Table] {
  const accounts: Table = [['账户', '现金', '利息及费用']];
  const positions: Table = [['账户', '代码', '方向', '数量', '市价', '折算率', '金额', '保证金比例']];
  for (let i = 0; i < ACCOUNTS; i++) {
    accounts.push([`88${i}`, 10_000 + i, i % 100]);
    for (let j = 0; j < POSITIONS_EACH; j++) {
      const direction = ['担保', '融资', '融券'][j % 3]!;
      const owed = direction === '担保' ? [null, null] : [5_000 + i, 1];
      positions.push([
        `88${i}`,
        String(600_000 + ((i * 7 + j) % SECURITIES)),
        direction,
        100 * (j + 1),
        10 + j,
        0.7,
        ...owed,
      ]);
    }
  }
  return [accounts, positions];
}

const kindOf = (fault: { kind: string }) => fault.kind;

/** The call beside parsing its arguments and printing its result. */
function ratioOf(call: Bound, args: readonly unknown[]): number {
  const received = JSON.stringify(args);
  const parsed = JSON.parse(received) as unknown[];
  const result = call(parsed, kindOf);
  const turns = byTurns(TURNS, {
    own: () => {
      const fresh = JSON.parse(received) as unknown[];
      return processorTime(() => call(fresh, kindOf));
    },
    parse: () => processorTime(() => JSON.parse(received) as unknown),
    print: () => processorTime(() => JSON.stringify(result)),
  });
  return medianOf(turns, ({ own, parse, print }) => own / (parse + print));
}

function times(): unknown {
  const [reconcile, standardize, monitor, ranking] = [
    RECONCILE,
    STANDARDIZE,
    ACCOUNT_MONITOR,
    NET_PURCHASE_RANKING,
  ].map((definition) => bind(definition as never)) as [Bound, Bound, Bound, Bound];
  const [numbers, texts] = [market(ROWS, false), market(ROWS, true)];
  return {
    reconcile: { numbers: ratioOf(reconcile, [numbers]), text: ratioOf(reconcile, [texts]) },
    standardize: { numbers: ratioOf(standardize, [numbers]), text: ratioOf(standardize, [texts]) },
    monitor: ratioOf(monitor, desk()),
    ranking: { numbers: ratioOf(ranking, [numbers]), text: ratioOf(ranking, [texts]) },
  };
}

/** Bytes that a call holds at most beyond what it was given and what it returns, beside what it was given. */
function heap(): unknown {
  const { gc } = globalThis as unknown as { gc: () => void };
  const held = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const collected = () => {
    gc();
    return held();
  };
  const received = JSON.stringify(market(ROWS_OF_HEAP, false));
  const measured = (definition: unknown) => {
    const before = collected();
    const table = JSON.parse(received) as Table;
    const input = collected() - before;
    let most = held();
    // Where the collector has run and something is left, it was held.
    const look = new PerformanceObserver(() => (most = Math.max(most, held())));
    look.observe({ entryTypes: ['gc'] });
    const start = collected();
    const result = bind(definition as never)([table], kindOf);
    most = Math.max(most, held());
    look.disconnect();
    const output = collected() - start;
    return { ratio: (most - start - output) / input, rows: result.length };
  };
  return { reconcile: measured(RECONCILE).ratio, standardize: measured(STANDARDIZE).ratio };
}

process.stdout.write(JSON.stringify(process.argv[2] === 'heap' ? heap() : times()));
