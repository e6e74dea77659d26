import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of a cell of the table's head. */
export type TableHead = Content &
  Styled &
  Options<{ format: string; colspan: number | string; rowspan: number | string }>

/** The published options of a cell. */
export type TableCell = TableHead

/** The published options of the table. */
export type TableOptions = {
  readonly rows: readonly (readonly TableCell[] | false | null | undefined)[]
} & Styled &
  Options<{
    head: readonly TableHead[]
    caption: string
    captionClasses: string
    firstCellIsHeader: boolean
  }>

/** GOV.UK table. */
export const table = (options: TableOptions): Html =>
  html`<table class="${classes('govuk-table', options.classes)}" ${attributes(options.attributes)}>
    ${options.caption && caption(options.caption, options.captionClasses)}
    ${
      options.head &&
      html`<thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${options.head.map(headCell)}
        </tr>
      </thead>`
    }
    <tbody class="govuk-table__body">
      ${options.rows.map((row) => row && tableRow(row, options.firstCellIsHeader ?? false))}
    </tbody>
  </table>`

const caption = (text: string, names: string | undefined): Html =>
  html`<caption class="${classes('govuk-table__caption', names)}">
    ${text}
  </caption>`

const headCell = (cell: TableHead): Html => {
  const names = classes(
    'govuk-table__header',
    cell.format && `govuk-table__header--${cell.format}`,
    cell.classes,
  )
  return html`<th scope="col" class="${names}" ${spans(cell)}>${content(cell)}</th>`
}

const tableRow = (row: readonly TableCell[], firstCellIsHeader: boolean): Html =>
  html`<tr class="govuk-table__row">
    ${row.map((cell, index) => (firstCellIsHeader && index === 0 ? rowHeader(cell) : bodyCell(cell)))}
  </tr>`

const rowHeader = (cell: TableCell): Html =>
  html`<th scope="row" class="${classes('govuk-table__header', cell.classes)}" ${spans(cell)}>
    ${content(cell)}
  </th>`

const bodyCell = (cell: TableCell): Html => {
  const names = classes(
    'govuk-table__cell',
    cell.format && `govuk-table__cell--${cell.format}`,
    cell.classes,
  )
  return html`<td class="${names}" ${spans(cell)}>${content(cell)}</td>`
}

const spans = (cell: TableCell): Html =>
  attributes({ colspan: cell.colspan, rowspan: cell.rowspan, ...cell.attributes })
