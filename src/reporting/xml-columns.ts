const xmlName = /^[\p{L}_][\p{L}\p{N}._-]*$/u
const trailingNumber = /[0-9]+$/

/**
 * The names that may be elements of a row: readers make lists of trailing numbers, so none ends in a number
 * above 9 or stands beside the same name without a number (contract 4.2 (4)).
 */
export function xmlColumns(names: readonly string[]): readonly string[] {
  const all = new Set(names)
  return names.filter((name) => {
    const number = trailingNumber.exec(name)?.[0]
    if (!xmlName.test(name)) return false
    return number === undefined || (Number(number) <= 9 && !all.has(name.slice(0, -number.length)))
  })
}
