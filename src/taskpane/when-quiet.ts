const QUIET_MS = 150;

/** Puts work off until the calls for it have stopped for a moment; a page that nobody sees draws no frames, and waits. */
export function whenQuiet(work: () => void): () => void {
  let timer: number | undefined;
  let frame = 0;
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = window.setTimeout(() => (frame = requestAnimationFrame(work)), QUIET_MS);
  };
}
