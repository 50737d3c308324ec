const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * A decimal string as Vietnamese readers write it: '1234567.5' becomes '1.234.567,5'. Digits are kept as they are, also
 * trailing zeros. For messages only; the graph carries plain decimals. Throws a RangeError on any other text.
 */
export function formatDecimal(exact: string): string {
  const match = DECIMAL.exec(exact);
  if (match === null) {
    throw new RangeError(`Expected a decimal such as '1234567.5', got '${exact}': use digits and at most one point.`);
  }
  const [, sign = '', whole = '', fraction] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sign}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}
