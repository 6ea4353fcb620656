/** Microsoft's pages and issue threads, as links in prose. */
export const issue = (number: number): string =>
  `[office-js ${number}](https://github.com/OfficeDev/office-js/issues/${number})`;
export const page = (label: string, path: string): string =>
  `[${label}](https://learn.microsoft.com/office/dev/add-ins/${path})`;
