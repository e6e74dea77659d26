// A spreadsheet would work out what begins so (ASVS 5.0.0 1.2.10); the apostrophe makes it text and is not shown.
const formula = /^[=+\-@\t\r]/

/** A line of comma-separated values (RFC 4180) that a spreadsheet shows as it was written, and never works out. */
export const spreadsheetLine = (cells: readonly string[]): string =>
  `${cells.map(cellOf).join(',')}\r\n`

const cellOf = (value: string): string => {
  const harmless = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
