import type { PaneContext, View } from './context';
import { element } from './element';

type MakeView = (context: PaneContext) => View;

/** A tab whose code is loaded when it is first opened; whether it follows what cells hold is known before. */
export function lazily(load: () => Promise<MakeView>, follows?: 'follows'): MakeView {
  return (context) => {
    const panel = element('div', {});
    let view: View | undefined;
    const loading = load().then((make) => {
      view = make(context);
      panel.append(view.panel);
    });
    return {
      panel,
      shown: (at) =>
        void context.attempt(async () => {
          await loading;
          view!.shown?.(at);
        }),
      selectionChanged: () => view?.selectionChanged?.(),
      themed: () => view?.themed?.(),
      ...(follows && { changed: () => view?.changed?.() }),
      take: (files) =>
        void context.attempt(async () => {
          await loading;
          view!.take?.(files);
        }),
    };
  };
}
