// the letters of the standard PDF fonts: WinAnsiEncoding (ISO 32000-1, annex D.2)
const isDrawn = /[\n\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u
const lookalikes: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i' }

/** The text in letters that the standard PDF fonts can draw: others lose their marks, or become `?`. */
export const printable = (text: string): string =>
  Array.from(text.normalize('NFC').replaceAll('\t', ' '), drawn).join('')

function drawn(letter: string): string {
  if (isDrawn.test(letter)) return letter
  const plain = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  if (plain !== '' && Array.from(plain).every((each) => isDrawn.test(each))) return plain
  if (/[\p{Cc}\p{Cf}]/u.test(letter)) return ''
  return lookalikes[letter] ?? '?'
}
