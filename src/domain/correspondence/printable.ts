/** What can draw letters, such as a font. */
export interface Letters {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean
}

/** The text in letters that the font can draw: others lose their marks, or become `?`. */
export const printable = (text: string, font: Letters): string =>
  Array.from(text.normalize('NFC').replaceAll('\t', ' '), (letter) => drawn(letter, font)).join('')

function drawn(letter: string, font: Letters): string {
  const isDrawn = (each: string): boolean => font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0)
  if (letter === '\n') return letter
  if (/[\p{Cc}\p{Cf}]/u.test(letter)) return ''
  if (isDrawn(letter)) return letter
  const plain = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return plain !== '' && Array.from(plain).every(isDrawn) ? plain : '?'
}
