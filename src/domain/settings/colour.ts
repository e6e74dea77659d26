import { kind } from '#kernel/kind.ts'

/** A colour upon which white is read (WCAG 2.2, 1.4.3), as `#1f3d4d`. */
export const darkColour = kind({
  name: 'colour',
  schema: { type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' },
  read(text) {
    const [, digits] = /^#?([0-9a-f]{6})$/.exec(text.trim().toLowerCase()) ?? []
    if (digits === undefined)
      return { fault: 'must be six digits or letters from a to f, such as #1f3d4d' }
    return contrastWithWhite(digits) >= leastContrast
      ? { value: `#${digits}` }
      : { fault: 'must be darker: white words on it could not be read' }
  },
  good: ['#1f3d4d', '004D40', '#767676'],
  bad: ['green', '#fff', '#ffdd00', '#777777'],
})

const leastContrast = 4.5

/** WCAG 2.2, contrast ratio and relative luminance. */
function contrastWithWhite(digits: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    linear(Number.parseInt(digits.slice(at, at + 2), 16) / 255),
  )
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

const linear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
