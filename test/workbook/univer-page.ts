/** For a browser's page: the embedded workbook's engine with our functions, its grid, and the port over it. */
import { allAnswer, installHost } from '../../src/playground/host';
import type { Metadata } from '../../src/playground/metadata';
import { openWorkbook } from '../../src/playground/workbook';
import { univerWorkbook } from '../../src/workbook/univer';
import type { Workbook } from '../../src/workbook/workbook';

installHost();

let workbook: Workbook;
const stops = new Map<number, () => void>();

export async function open(metadata: Metadata): Promise<void> {
  await allAnswer();
  const container = document.body.appendChild(document.createElement('div'));
  container.style.height = '600px';
  const { api, injector } = openWorkbook(container, metadata, 'en', false, {});
  return new Promise((resolve) => {
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage !== api.Enum.LifecycleStages.Steady) return;
      workbook = univerWorkbook(api, injector);
      resolve();
    });
  });
}

export function ask(method: keyof Workbook, args: unknown[]): unknown {
  return (workbook[method] as (...given: unknown[]) => unknown).apply(workbook, args);
}

export function listen(method: 'onSelection' | 'onChange', id: number, tell: (id: number) => void): void {
  stops.set(
    id,
    workbook[method](() => tell(id)),
  );
}

export function stop(id: number): void {
  stops.get(id)?.();
}
