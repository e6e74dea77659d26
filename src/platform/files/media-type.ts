import { oleType, zipType } from './container-type.ts'
import { textType } from './text-type.ts'

/** How many of the first bytes of a document are enough to tell its media type. */
export const headLength = 8192

const recognisers = [signatureType, riffType, isoMediaType, zipType, oleType, textType, latePdf]

// Each byte as a Latin-1 letter.
const signatures: readonly (readonly [mediaType: string, bytes: string])[] = [
  ['application/pdf', '%PDF-'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
  ['application/rtf', '{\\rtf'],
  ['application/gzip', '\x1f\x8b\x08'],
  ['application/x-7z-compressed', "7z\xbc\xaf'\x1c"],
  ['application/vnd.rar', 'Rar!\x1a\x07'],
  ['audio/mpeg', 'ID3'],
  ['audio/mpeg', '\xff\xfb'],
  ['audio/mpeg', '\xff\xfa'],
  ['audio/mpeg', '\xff\xf3'],
  ['audio/mpeg', '\xff\xf2'],
  ['audio/ogg', 'OggS'],
]

/**
 * Tells the media type of a document from its first bytes; the file name only decides between types that look alike
 * (a CSV file among texts, a Word file among OLE files), so a name never makes a document what it is not.
 */
export function detectMediaType(head: Uint8Array, fileName = ''): string {
  const letters = Buffer.from(head.subarray(0, headLength)).toString('latin1')
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  for (const recognise of recognisers) {
    const mediaType = recognise(letters, extension)
    if (mediaType) return mediaType
  }
  return 'application/octet-stream'
}

// What browsers show without running anything in it; not SVG, HTML or XML, which may carry scripts.
const safeInline = new Set([
  'application/pdf',
  'audio/mp4',
  'audio/mpeg',
  'audio/wav',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
  'video/mp4',
])

/** Says whether a document of that media type may be shown in the browser; all others are only ever downloaded. */
export function isSafeInline(mediaType: string): boolean {
  return safeInline.has(essenceOf(mediaType))
}

/** Gives the type and subtype of a media type in lower case, without parameters (RFC 9110, 8.3.1). */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase()
}

function signatureType(letters: string): string | undefined {
  const isBitmap = letters.startsWith('BM') && letters.slice(6, 10) === '\0\0\0\0'
  return isBitmap ? 'image/bmp' : signatures.find(([, bytes]) => letters.startsWith(bytes))?.[0]
}

function riffType(letters: string): string | undefined {
  if (!letters.startsWith('RIFF')) return undefined
  const kinds: Record<string, string> = {
    WEBP: 'image/webp',
    WAVE: 'audio/wav',
    'AVI ': 'video/x-msvideo',
  }
  return kinds[letters.slice(8, 12)]
}

/** ISO 14496-12, 4.3: the brand says which kind of file it is; HEIC and AVIF by ISO 23008-12 and the AVIF specification. */
function isoMediaType(letters: string): string | undefined {
  if (letters.slice(4, 8) !== 'ftyp') return undefined
  const brand = letters.slice(8, 12)
  if (/^(hei[cxms]|hev[cxms])$/.test(brand)) return 'image/heic'
  if (/^(mif1|msf1)$/.test(brand)) return 'image/heif'
  const kinds: Record<string, string> = {
    avif: 'image/avif',
    'M4A ': 'audio/mp4',
    'M4B ': 'audio/mp4',
    'qt  ': 'video/quicktime',
  }
  return kinds[brand] ?? 'video/mp4'
}

/** Readers take a PDF whose header stands anywhere in the first 1024 bytes (ISO 32000-1, annex H.3, note 13). */
function latePdf(letters: string): string | undefined {
  return /(^|[\r\n])%PDF-\d/.test(letters.slice(0, 1024)) ? 'application/pdf' : undefined
}
