const unnamed = 'document'

/**
 * Makes a name that any system can save a file under: no path, no control or direction-changing letters, nothing that
 * Windows reserves; 'document' where nothing is left.
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .slice(0, 2000)
    .toWellFormed()
    // Other, format and separator letters: among them those that make "exe.pdf" of "fdp.exe" (Unicode TR 36, 3.1).
    .replace(/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}\ufffd]/gu, '')
    .normalize('NFC')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/, '')
  const isReserved = /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i.test(cleaned)
  const safe = shortenName(isReserved ? `_${cleaned}` : cleaned, 200).replace(/[. ]+$/, '')
  return /[\p{L}\p{N}]/u.test(safe) ? safe : unnamed
}

/** Writes the Content-Disposition of a download, with the name in ASCII and in full (RFC 6266, 4; RFC 8187, 3.2). */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const full = safeFileName(name)
  // Some programs decode "%" in the plain form, so it does not stand there (RFC 6266, appendix D).
  const plain = full
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|[%"\\]/gu, '_')
  const simple = `${kind}; filename="${plain}"`
  return plain === full ? simple : `${simple}; filename*=UTF-8''${encodeExtended(full)}`
}

/** RFC 8187, 3.2.1: encodeURIComponent leaves four letters that an attr-char may not be. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Takes the signs out of a name that change the direction of what follows: they make "exe.pdf" of "fdp.exe". */
export const withoutDirectionSigns = (name: string): string =>
  name.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')

/** Shortens a name to at most that many characters by leaving out letters before its extension (contract 6.0.3(1)). */
export function shortenName(name: string, max: number): string {
  const letters = Array.from(name)
  if (letters.length <= max) return name
  const extension = Array.from(/\.[\p{L}\p{N}_-]{1,16}$/u.exec(name)?.[0] ?? '')
  const room = max - extension.length
  // At least one letter stays before the extension, or it would become the name.
  const kept = room < 1 ? letters.slice(0, max) : [...letters.slice(0, room), ...extension]
  return kept.join('')
}
