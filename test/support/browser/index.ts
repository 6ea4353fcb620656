// A real browser for tests, benchmarks and screenshots; works inside jest and as a plain script.
export { colourAt, drawsChinese, hasInk, type Region } from './ink';
export { launchBrowser } from './launch';
export { newPage, type PageOptions, type WatchedPage } from './page';
export { Pages } from './pages';
export { addScript } from './script';
export { serveDist } from './serve';
