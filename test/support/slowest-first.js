// A run is as long as the file that ends last: what takes long begins first. By itself jest knows how long a file takes
// only where it has run before, and goes by the size of files where it has not.
const { default: Sequencer } = require('@jest/test-sequencer');

/** From the slowest on; after these the rest of what waits for a browser, then jest's own order. */
const SLOWEST = [
  'browser/reference',
  'browser/playground',
  'browser/pane',
  'browser/files',
  'workbook/univer',
  'browser/pane-in-excel',
  'browser/help',
  'browser/share-in-excel',
  'share/libreoffice',
  'generate/sql/views',
  'generate/sql/functions',
  'share/round-trip',
  'dev/release',
];

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const rank = new Map(super.sort(tests).map((test, index) => [test, placeOf(test.path, index)]));
    return [...rank.keys()].sort((a, b) => rank.get(a) - rank.get(b));
  }
};

function placeOf(path, index) {
  const known = SLOWEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`/test/${name}.test.ts`));
  if (known >= 0) return known - 2_000_000;
  return /[\\/]test[\\/]browser[\\/]/.test(path) ? index - 1_000_000 : index;
}
