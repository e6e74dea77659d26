const office = 'application/vnd.openxmlformats-officedocument.'

const zipExtensions: Record<string, string> = {
  docx: `${office}wordprocessingml.document`,
  xlsx: `${office}spreadsheetml.sheet`,
  pptx: `${office}presentationml.presentation`,
}

const ooxmlFolders: Record<string, string> = { word: 'docx', xl: 'xlsx', ppt: 'pptx' }

const oleExtensions: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
}

const oleStreams: readonly (readonly [name: string, extension: string])[] = [
  ['__nameid_version1.0', 'msg'],
  ['__properties_version1.0', 'msg'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['PowerPoint Document', 'ppt'],
]

/** Tells which kind of ZIP archive begins with these bytes (as Latin-1 letters), or undefined if it is none. */
export function zipType(letters: string, extension: string): string | undefined {
  if (!letters.startsWith('PK\x03\x04') && !letters.startsWith('PK\x05\x06')) return undefined
  const entries = entryNames(letters)
  const declared = openDocumentType(letters, entries[0])
  if (declared) return declared
  if (!entries.some((name) => name === '[Content_Types].xml' || name === '_rels/.rels'))
    return 'application/zip'
  const folder = entries
    .map((name) => name.split('/')[0] ?? '')
    .find((it) => Object.hasOwn(ooxmlFolders, it))
  return zipExtensions[folder ? (ooxmlFolders[folder] ?? '') : extension] ?? 'application/zip'
}

/** OpenDocument 1.3, part 2, 3.3, and EPUB OCF, 4.3: the first entry, not compressed, holds nothing but the media type. */
function openDocumentType(letters: string, firstEntry: string | undefined): string | undefined {
  if (firstEntry !== 'mimetype') return undefined
  const start = 30 + 8 + letters.charCodeAt(28) + 256 * letters.charCodeAt(29)
  return /^application\/(vnd\.oasis\.opendocument\.[a-z-]+|epub\+zip)/.exec(
    letters.slice(start),
  )?.[0]
}

/** The names in those local file headers (APPNOTE.TXT, 4.3.7) that lie within the first bytes. */
function entryNames(letters: string): string[] {
  const names: string[] = []
  for (
    let at = letters.indexOf('PK\x03\x04');
    at >= 0;
    at = letters.indexOf('PK\x03\x04', at + 4)
  ) {
    const length = letters.charCodeAt(at + 26) + 256 * letters.charCodeAt(at + 27)
    names.push(letters.slice(at + 30, at + 30 + length))
  }
  return names
}

/** Tells which kind of OLE file ([MS-CFB]) begins with these bytes, or undefined if it is none. */
export function oleType(letters: string, extension: string): string | undefined {
  if (!letters.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return undefined
  // The directory may lie anywhere in the file; where it is not among the first bytes the name decides.
  const found = oleStreams.find(([name]) => letters.includes(Array.from(name).join('\0')))
  return oleExtensions[found?.[1] ?? extension] ?? 'application/x-ole-storage'
}
