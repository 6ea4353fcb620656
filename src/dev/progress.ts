/** Where a process writes what a person reads. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far something has come, from 0 to 1, in one line that it writes over; where lines stay, in four of them. */
export function progressOn(screen: Screen): (done: number) => void {
  let shown = 0;
  return (done) => {
    const percent = Math.floor(done * 100);
    const step = screen.isTTY ? 1 : 25;
    if (percent < shown + step) return;
    shown = percent - (percent % step);
    if (!screen.isTTY) screen.write(`${shown} %\n`);
    else if (shown < 100) screen.write(`\r${shown} %`);
    // Leaves the line to whatever is written next.
    else screen.write('\r     \r');
  };
}
