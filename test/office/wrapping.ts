/** The two shapes in which Excel hands an error over. */
export const plainError = (code: string): unknown => ({ type: 'CustomFunctionError', code });
export const dataTypeError = (code: string): unknown => ({
  value: JSON.stringify({ type: 'Error', basicType: 'Error', basicValue: code }),
});

/** A number with a format of its own, as Excel hands it over. */
export const wrapped = (type: string, basicValue: number): unknown => ({
  value: JSON.stringify({ type, basicValue, numberFormat: '0.00' }),
});
