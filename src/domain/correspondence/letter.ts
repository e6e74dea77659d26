import type PDFDocument from 'pdfkit'
import { localZone } from '#platform/local-time.ts'
import { paragraphsOf, type Correspondence } from './correspondence.ts'
import { printable } from './printable.ts'
import { readTypeface, type Typeface } from './typeface.ts'

const margins = { top: 72, bottom: 72, left: 72, right: 72 }
const dateFormat = new Intl.DateTimeFormat('en-GB', { timeZone: localZone, dateStyle: 'long' })

type Document = InstanceType<typeof PDFDocument>

/** A letter as a tagged PDF with title and language; the same letter gives the same bytes each time. */
export async function renderLetter(letter: Correspondence): Promise<Buffer> {
  // the library is large, and most of what runs writes no letter
  const { default: Document } = await import('pdfkit')
  const title = letter.subject ?? letter.name
  const document = new Document({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    font: '', // none until ours are there
    info: {
      Title: title,
      Author: letter.author,
      Creator: 'Casewright',
      Producer: 'Casewright',
      CreationDate: letter.processedAt,
    },
  })
  const bytes = collect(document)
  const typeface = await readTypeface()
  for (const style of ['regular', 'bold'] as const)
    // it takes a font that was read before, though its types do not say so
    document.registerFont(style, typeface[style] as unknown as Buffer)
  const root = document.struct('Document')
  document.addStructure(root)
  const write = (tag: string, text: string, style: Style = plain) =>
    root.add(
      element(document, { tag, printed: printable(text, typeface[style.font]), text, style }),
    )
  write('P', dateFormat.format(letter.processedAt))
  write('H1', title, heading)
  for (const paragraph of paragraphsOf(letter.body)) write('P', paragraph)
  root.end()
  document.end()
  return bytes
}

interface Style {
  readonly font: keyof Typeface
  readonly size: number
}
const plain: Style = { font: 'regular', size: 12 }
const heading: Style = { font: 'bold', size: 15 }

interface Element {
  readonly tag: string
  readonly text: string
  /** The text in letters of the font. */
  readonly printed: string
  readonly style: Style
}

function element(document: Document, { tag, text, printed, style: { font, size } }: Element) {
  const draw = () => {
    document.font(font).fontSize(size).text(printed, { lineGap: 2 }).moveDown()
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
