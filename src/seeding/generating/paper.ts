import { crc32, deflateSync } from 'node:zlib'
import PdfDocument from 'pdfkit'

/** A small file that a case may hold. */
export type Paper =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pdf'; readonly title: string; readonly text: string; readonly at: Date }
  | { readonly kind: 'picture'; readonly shade: number }

export const mediaTypes = {
  text: 'text/plain',
  pdf: 'application/pdf',
  picture: 'image/png',
} as const satisfies Readonly<Record<Paper['kind'], string>>

/** The bytes of a paper, the same each time. */
export async function bytesOf(paper: Paper): Promise<Buffer> {
  if (paper.kind === 'text') return Buffer.from(`${paper.text}\n`, 'utf8')
  return paper.kind === 'picture' ? picture(paper.shade) : pdf(paper)
}

async function pdf({ title, text, at }: Extract<Paper, { kind: 'pdf' }>): Promise<Buffer> {
  const document = new PdfDocument({
    size: 'A4',
    margin: 72,
    info: { Title: title, CreationDate: at, ModDate: at },
  })
  const chunks: Buffer[] = []
  document.fontSize(18).text(title).moveDown().fontSize(11).text(text)
  document.end()
  for await (const chunk of document) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const width = 160
const height = 120

/** A grey wall with a dark patch, as a PNG (ISO/IEC 15948). */
function picture(shade: number): Buffer {
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + x + 1] = brightness(x - 40 - shade * 9, y - 60, shade)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const brightness = (x: number, y: number, shade: number): number =>
  Math.min(210, 60 + shade * 5 + Math.floor(Math.hypot(x, y * 1.4) * 1.5))

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
