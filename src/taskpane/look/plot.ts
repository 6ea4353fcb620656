import uPlot from 'uplot';
import { isoDate } from '../../cells/date';
import { plainNumber } from '../show';
import type { Figures } from './figures';

/** Excel's serial of 1970-01-01. */
const EPOCH = 25_569;
const SECONDS_A_DAY = 86_400;
const HEIGHT = 220;
const AXIS_WIDTH = 58;

export interface Line {
  readonly name: string;
  readonly value: number;
}

export interface PlotOptions {
  readonly names: readonly string[];
  readonly dayName: string;
  readonly lines: readonly Line[];
  readonly locale: string;
}

/** Draws the figures into `place` in its colours; the legend reads the day under the pointer. */
export function plot(
  place: HTMLElement,
  { days, columns }: Figures,
  { names, dayName, lines, locale }: PlotOptions,
): uPlot {
  const colour = (name: string) => getComputedStyle(place).getPropertyValue(name).trim();
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
  const positions = columns[0]!.values.map((_, i) => i + 1);
  const x = days ? days.map((day) => (day - EPOCH) * SECONDS_A_DAY) : positions;
  const axis = {
    stroke: colour('--muted'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { stroke: colour('--line'), width: 1 },
  };
  const read = (value: number | null) => (value === null || value === undefined ? '–' : plainNumber(value));
  return new uPlot(
    {
      width: place.clientWidth,
      height: HEIGHT,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      scales: { x: { time: days !== undefined } },
      axes: [
        days
          ? {
              ...axis,
              values: (_, ticks) => ticks.map((tick) => isoDate(tick / SECONDS_A_DAY + EPOCH).slice(2)),
              space: 70,
            }
          : axis,
        { ...axis, size: AXIS_WIDTH, values: (_, ticks) => ticks.map((tick) => compact.format(tick)) },
      ],
      series: [
        {
          label: dayName,
          value: (_, value) => (value === null ? '–' : days ? isoDate(value / SECONDS_A_DAY + EPOCH) : String(value)),
        },
        ...columns.map((_, i) => ({
          label: names[i]!,
          stroke: colour(`--series-${(i % 4) + 1}`),
          width: 2,
          points: { show: x.length < 40 },
          value: (__: uPlot, value: number | null) => read(value),
        })),
        ...lines.map(({ name }) => ({
          label: name,
          stroke: colour('--muted'),
          width: 1,
          dash: [6, 4],
          points: { show: false },
          value: (__: uPlot, value: number | null) => read(value),
        })),
      ],
    },
    [x, ...columns.map(({ values }) => [...values]), ...lines.map(({ value }) => x.map(() => value))],
    place,
  );
}
