import assert from 'node:assert/strict'
import { deflateRawSync } from 'node:zlib'
import { test } from 'node:test'
import fc from 'fast-check'
import { detectMediaType, headLength, isSafeInline } from './media-type.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** A ZIP archive as far as its local entries go (APPNOTE.TXT, 4.3.7). */
function zip(...entries: (readonly [name: string, content: string, isStored?: true])[]): Buffer {
  const parts = entries.map(([name, content, isStored]) => {
    const body = isStored ? Buffer.from(content) : deflateRawSync(content)
    const header = Buffer.alloc(30)
    header.write('PK\x03\x04', 'latin1')
    header.writeUInt16LE(isStored ? 0 : 8, 8)
    header.writeUInt32LE(body.length, 18)
    header.writeUInt16LE(name.length, 26)
    return Buffer.concat([header, Buffer.from(name), body])
  })
  return Buffer.concat(parts)
}

/** An OLE file with a stream of that name in its directory. */
function ole(stream: string): Buffer {
  const head = latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
  return Buffer.concat([head, Buffer.alloc(1016), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)])
}

const office = 'application/vnd.openxmlformats-officedocument.'
const types = ['[Content_Types].xml', '<Types/>'] as const
const rels = ['_rels/.rels', '<Relationships/>'] as const
const mail =
  'Return-Path: <a@example.org>\r\nReceived: by mx\r\n\twith SMTP\r\nFrom: a@example.org\r\nSubject: Hi\r\n\r\nHello'

const known: readonly (readonly [mediaType: string, head: Buffer, name?: string])[] = [
  ['application/pdf', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj')],
  ['application/pdf', latin1('\0\0junk\n%PDF-1.4\n')],
  ['image/png', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
  ['image/jpeg', latin1('\xff\xd8\xff\xe1\x00\x10Exif')],
  ['image/gif', latin1('GIF89a\x01\0')],
  ['image/webp', latin1('RIFF\x24\0\0\0WEBPVP8 ')],
  ['image/tiff', latin1('II*\0\x08\0\0\0')],
  ['image/tiff', latin1('MM\0*\0\0\0\x08')],
  ['image/bmp', latin1('BM\x36\0\x03\0\0\0\0\0\x36\0')],
  ['image/heic', latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['audio/mpeg', latin1('ID3\x04\0\0')],
  ['audio/mpeg', latin1('\xff\xfb\x90\x64\0')],
  ['audio/wav', latin1('RIFF\x24\0\0\0WAVEfmt ')],
  ['audio/mp4', latin1('\0\0\0\x20ftypM4A \0\0\0\0')],
  ['video/mp4', latin1('\0\0\0\x20ftypisom\0\0\x02\0')],
  ['video/quicktime', latin1('\0\0\0\x14ftypqt  \0\0\0\0')],
  [`${office}wordprocessingml.document`, zip(types, rels, ['word/document.xml', '<w/>'])],
  [`${office}spreadsheetml.sheet`, zip(rels, ['xl/workbook.xml', '<x/>'], types)],
  [`${office}presentationml.presentation`, zip(types, ['ppt/presentation.xml', '<p/>'])],
  [`${office}wordprocessingml.document`, zip(types, rels), 'Form.DOCX'],
  [
    'application/vnd.oasis.opendocument.text',
    zip(['mimetype', 'application/vnd.oasis.opendocument.text', true], ['content.xml', '<o/>']),
  ],
  ['application/zip', zip(['word/photo.jpg', 'not a Word file'])],
  ['application/zip', zip(['a.txt', 'a']), 'evil.docx'],
  ['application/msword', ole('WordDocument')],
  ['application/vnd.ms-excel', ole('Workbook'), 'wrong.doc'],
  ['application/vnd.ms-outlook', ole('__properties_version1.0')],
  ['application/msword', ole('somewhere further on'), 'old.doc'],
  ['application/x-ole-storage', ole('unknown')],
  ['application/rtf', latin1('{\\rtf1\\ansi Hello}')],
  ['message/rfc822', latin1(mail)],
  ['text/html', latin1('\xef\xbb\xbf  <!DOCTYPE html><p>Hi')],
  ['text/html', latin1('<!-- made by a form --> <html lang="en">')],
  ['text/html', latin1('<script>alert(1)</script>'), 'letter.txt'],
  ['text/html', Buffer.from('\ufeff<html><p>', 'utf16le')],
  ['application/xml', latin1('<?xml version="1.0"?><case/>')],
  ['application/xhtml+xml', latin1('<?xml version="1.0"?><html xmlns="x">')],
  ['image/svg+xml', latin1('<svg xmlns="http://www.w3.org/2000/svg">')],
  ['image/svg+xml', latin1('<?xml version="1.0"?><!-- x --><svg>'), 'photo.png'],
  ['text/csv', latin1('name,street,town\n"Dee, Sam",1 High St,Ely\nA,B,C\n')],
  ['text/csv', latin1('one line'), 'list.csv'],
  ['text/plain', latin1('Dear Sir,\nI write,\nas before,\n'), 'letter.txt'],
  ['text/plain', latin1('Dear Sir or Madam\n\nI wish to complain, again, about the bins.\n')],
  ['text/plain', Buffer.from('Ça ne va pas')],
  ['text/plain', latin1('')],
  ['application/octet-stream', latin1('\0\x01\x02\x03')],
  ['application/octet-stream', latin1('\0\x01\x02\x03'), 'report.pdf'],
]

test('documents that councils receive are told apart by their first bytes', () => {
  for (const [mediaType, head, name] of known)
    assert.equal(
      detectMediaType(head, name),
      mediaType,
      `${name}: ${head.toString('latin1', 0, 60)}`,
    )
})

test('what may carry a script is never shown inline, whatever it is called', () => {
  const scripted = [
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'application/xml',
    'text/xml',
  ]
  for (const mediaType of [...scripted, 'message/rfc822', 'application/octet-stream', ''])
    assert.ok(!isSafeInline(mediaType), mediaType)
  for (const mediaType of ['application/pdf', 'image/PNG', 'text/plain; charset=utf-8'])
    assert.ok(isSafeInline(mediaType), mediaType)
  for (const name of ['a.png', 'a.pdf', 'a.txt', 'a.csv', 'a.jpg', 'a.html'])
    for (const page of ['<html>', '<svg onload=alert(1)>', '<?xml version="1.0"?><svg>'])
      assert.ok(!isSafeInline(detectMediaType(latin1(page), name)), `${page} as ${name}`)
})

test('a document made to keep the reader busy is told as quickly as any other', () => {
  const begun = performance.now()
  for (const part of ['<!-- -->', '<!--', '<a', 'a', '"', 'X-', 'PK\x03\x04', ' ', '<?xml ', ',\n'])
    for (const first of ['', '<']) detectMediaType(latin1(first + part.repeat(headLength)))
  assert.ok(performance.now() - begun < 30_000)
})

test('any bytes and any name give some media type, decided by the first bytes alone', () => {
  const beginnings = fc.constantFrom(...known.map(([, head]) => head), Buffer.alloc(0))
  fc.assert(
    fc.property(beginnings, fc.uint8Array(), fc.string(), (beginning, bytes, name) => {
      const head = Buffer.concat([beginning, bytes])
      assert.match(detectMediaType(head, name), /^[a-z]+\/[a-z0-9.+-]+$/)
      const long = Buffer.concat([head, Buffer.alloc(headLength, 32)])
      const tail = Buffer.from('<html>')
      assert.equal(detectMediaType(Buffer.concat([long, tail]), name), detectMediaType(long, name))
    }),
  )
})
