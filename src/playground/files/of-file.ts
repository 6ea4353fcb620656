// What opening and saving a file agree on.

/** Days between the two ways of counting them. */
export const DAYS_FROM_1904 = 1462;

/** How the engine names a style of the file. */
export const styleName = (style: number): string => `file-${style}`;
