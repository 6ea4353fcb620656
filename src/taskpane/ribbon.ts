// Entry of a small script before the pane's: Excel starts the page with the first press of a button,
// office.js knows only handlers that are there by then, and the pane takes its time to arrive.
import type { ViewId } from './context';
import { ACTIONS, VIEW_ACTIONS, type CommandTitle } from './share/actions';

export interface Press {
  readonly view: ViewId;
  /** Of its commands, where it has some. */
  readonly command?: CommandTitle;
  /** Settles when Excel has brought up the pane, or could not. */
  readonly visible: Promise<void>;
}

export interface Ribbon {
  /** Hands over every press, those from before the pane was there first. */
  listen(listener: (press: Press) => void): void;
}

declare global {
  interface Window {
    rzrqRibbon?: Ribbon;
  }
}

const waiting: Press[] = [];
let take = (press: Press): void => void waiting.push(press);

window.rzrqRibbon = {
  listen(listener) {
    take = listener;
    waiting.splice(0).forEach(listener);
  },
};

const showPane = async (): Promise<void> => Office.addin.showAsTaskpane();

function pressed(wanted: Omit<Press, 'visible'>, event: Office.AddinCommands.Event): void {
  const visible = showPane();
  take({ ...wanted, visible });
  const completed = () => event.completed();
  void visible.then(completed, completed);
}

if (typeof Office !== 'undefined') {
  const associate = (action: string, wanted: Omit<Press, 'visible'>) =>
    Office.actions.associate(action, (event: Office.AddinCommands.Event) => pressed(wanted, event));
  for (const [action, command] of Object.entries(ACTIONS)) associate(action, { view: 'share', command });
  for (const [action, view] of Object.entries(VIEW_ACTIONS)) associate(action, { view });
  // office.js begins to listen to the ribbon when somebody first asks for this.
  void Office.onReady();
}
