import { table } from '#web/components/table.ts'
import { html, type Html } from '#web/layout/html.ts'
import { partsOf, type Block, type Chapter, type Prose, type ProsePart } from './document.ts'

/** A chapter with its heading at a level, and those within it one level below. */
export const chapterView = (chapter: Chapter, level: 1 | 2 | 3 | 4 = 2): Html => {
  const { id, title, blocks, chapters = [] } = chapter
  const below = level < 4 ? ((level + 1) as 2 | 3 | 4) : 4
  return html`<section aria-labelledby="${id}">
    <h${level} class="govuk-heading-${sizes[level]}" id="${id}">${title}</h${level}>
    ${blocks.map((block) => blockView(block, id))} ${chapters.map((each) => chapterView(each, below))}
  </section>`
}

const sizes = { 1: 'xl', 2: 'l', 3: 'm', 4: 's' } as const

const blockView = (block: Block, heading: string): Html => {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="govuk-body">${proseView(block.text)}</p>`
    case 'list':
      return html`<ul class="govuk-list govuk-list--bullet">
        ${block.items.map((item) => html`<li>${proseView(item)}</li>`)}
      </ul>`
    case 'code':
      return html`<pre class="app-code" tabindex="0"><code>${block.text}</code></pre>`
    case 'table':
      return tableView(block, heading)
  }
}

// A wide table scrolls by itself, and by keyboard; the page never does sideways.
const tableView = ({ head, rows }: Extract<Block, { kind: 'table' }>, heading: string): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-labelledby="${heading}">
    ${table({
      head: head.map((text) => ({ text })),
      rows: rows.map((cells) => cells.map((cell) => ({ html: proseView(cell) }))),
      firstCellIsHeader: true,
    })}
  </div>`

const proseView = (prose: Prose): Html => html`${partsOf(prose).map(partView)}`

const partView = ({ text, isCode, place }: ProsePart): Html | string => {
  if (place !== undefined) return html`<a class="govuk-link" href="#${place}">${text}</a>`
  return isCode ? html`<code>${text}</code>` : text
}
