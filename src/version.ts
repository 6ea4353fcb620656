import project from '../package.json';

/** Of the add-in: in package.json alone, from where the manifest, the pane, the pages and a release take it. */
export const VERSION = project.version;
