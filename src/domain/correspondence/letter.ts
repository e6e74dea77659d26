import PDFDocument from 'pdfkit'
import { localZone } from '#platform/local-time.ts'
import { paragraphsOf, type Correspondence } from './correspondence.ts'
import { printable } from './printable.ts'

const margins = { top: 72, bottom: 72, left: 72, right: 72 }
const dateFormat = new Intl.DateTimeFormat('en-GB', { timeZone: localZone, dateStyle: 'long' })

type Document = InstanceType<typeof PDFDocument>

/** A letter as a tagged PDF with title and language; the same letter gives the same bytes each time. */
export async function renderLetter(letter: Correspondence): Promise<Buffer> {
  const title = letter.subject ?? letter.name
  const document = new PDFDocument({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: title,
      Author: letter.author,
      Creator: 'Casewright',
      Producer: 'Casewright',
      CreationDate: letter.processedAt,
    },
  })
  const bytes = collect(document)
  document.font('Helvetica').fontSize(11)
  const root = document.struct('Document')
  document.addStructure(root)
  const write = (tag: string, text: string, style: () => void = () => {}) =>
    root.add(element(document, { tag, text, style }))
  write('P', dateFormat.format(letter.processedAt))
  write('H1', title, () => document.font('Helvetica-Bold').fontSize(14))
  for (const paragraph of paragraphsOf(letter.body)) write('P', paragraph)
  root.end()
  document.end()
  return bytes
}

interface Element {
  readonly tag: string
  readonly text: string
  readonly style: () => void
}

function element(document: Document, { tag, text, style }: Element) {
  const printed = printable(text)
  const draw = () => {
    style()
    document.text(printed, { lineGap: 2 }).moveDown()
    document.font('Helvetica').fontSize(11)
  }
  // what the font cannot show, the text for those who listen or copy still says
  const options = printed === text ? {} : { actual: text }
  return document.struct(tag, options, [draw])
}

function collect(document: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('error', reject)
    document.on('end', () => resolve(Buffer.concat(chunks)))
  })
}
