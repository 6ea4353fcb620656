const SHARED_RUNTIME_WITH_FUNCTIONS = 3;

/** What desktop Excel appends to the page's address so that office.js knows its host. */
export const hostInfo = (locale: string): string =>
  `Excel$Win32$16.01$${locale}$correlation$$$${SHARED_RUNTIME_WITH_FUNCTIONS}`;
