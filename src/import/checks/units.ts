import { answered, LEAVE_OUT, type Finding } from '../finding';
import type { Part } from '../part';

/** 元 or 股, and what publishers count in. */
const POWERS = ['0', '3', '4', '6', '8'];

/** Sheets that do not tell their unit. */
export function unitsUnknown(parts: readonly Part[], answers: ReadonlyMap<string, string>): Finding[] {
  return parts.flatMap((part) =>
    part.units.unknown.map((measure) => {
      const id = `unit_unknown ${part.id} ${measure}`;
      return {
        kind: 'unit_unknown' as const,
        files: [part.file],
        text: measure,
        question: {
          id,
          parts: [part.id],
          asks: 'unit' as const,
          options: [...POWERS, LEAVE_OUT],
          ...answered(answers, id),
        },
      };
    }),
  );
}
