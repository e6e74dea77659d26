interface Area {
  /** As SW1A, or the beginning of one, as SW or SW1. */
  readonly outward: string
  /** As 1AA, or the beginning of one; empty where the whole of the outward part is meant. */
  readonly inward: string
}

const whole = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/

/** Where no space parts the two, what comes last is the inward part, if it has the form of one. */
function areaOf(text: string): Area {
  const [first = '', ...rest] = text.trim().toUpperCase().split(/\s+/)
  if (rest.length > 0) return { outward: first, inward: rest.join('') }
  const [, outward = first, inward = ''] = whole.exec(first) ?? []
  return { outward, inward }
}

/**
 * Tells whether an area takes in another, or a postcode: EH takes in EH6 and EH6 7AB, SW1 takes in SW1A; but
 * E takes in no EH, and M1 no M11, which lie elsewhere.
 */
export function isWithinArea(area: string, postcode: string): boolean {
  const [wide, narrow] = [areaOf(area), areaOf(postcode)]
  if (wide.inward !== '')
    return wide.outward === narrow.outward && narrow.inward.startsWith(wide.inward)
  return wide.outward !== '' && isBeginning(wide.outward, narrow.outward)
}

/** What goes on with another digit after a digit, or another letter after a letter, is another place. */
function isBeginning(wide: string, narrow: string): boolean {
  if (!narrow.startsWith(wide)) return false
  const isDigit = (at: number) => /\d/.test(narrow.charAt(at))
  return narrow.length === wide.length || isDigit(wide.length - 1) !== isDigit(wide.length)
}
