/** What Excel answers when a request cannot be carried out; `code` is one of Excel.ErrorCodes. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const invalidArgument = (message: string): ExcelError => new ExcelError('InvalidArgument', message);
export const sizeMismatch = (): ExcelError =>
  invalidArgument('The number of rows or columns in the input array does not match the size of the range.');
export const itemNotFound = (what: string): ExcelError => new ExcelError('ItemNotFound', `There is no ${what}.`);
export const itemAlreadyExists = (what: string): ExcelError =>
  new ExcelError('ItemAlreadyExists', `${what} already exists.`);
export const invalidOperation = (message: string): ExcelError => new ExcelError('InvalidOperation', message);
export const accessDenied = (message: string): ExcelError => new ExcelError('AccessDenied', message);
/** A member that this host does not play: better an error in the test than an invented answer. */
export const apiNotFound = (member: string): ExcelError =>
  new ExcelError('ApiNotFound', `This host does not play ${member}.`);
