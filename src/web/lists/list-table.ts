import { button } from '#web/components/button.ts'
import { sortableHead } from '#web/components/sortable-head.ts'
import { table } from '#web/components/table.ts'
import type { TableCell, TableHead } from '#web/components/table.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { addressWith, chosen } from './list-address.ts'
import type { ListAddress } from './list-address.ts'
import type { Column, List, Selection } from './list.ts'
import { shownColumns } from './shown-columns.ts'

/** Draws the rows of a list; where several can be chosen, each with its box, and the buttons below. */
export const tableOf = <Row>(list: List<Row>, at: ListAddress): Html => {
  const { selection } = list
  const rows = wide(
    list.caption,
    table({
      caption: list.caption,
      captionClasses: 'govuk-table__caption--m',
      head: [
        ...(selection ? [selectAll] : []),
        ...shownColumns(list, at).map((column) => headOf(column, list, at)),
      ],
      rows: list.rows.map((row) => [
        ...(selection ? [box(row, selection)] : []),
        ...shownColumns(list, at).map(({ cell }) => cell(row)),
      ]),
    }),
  )
  return selection ? selecting(rows, selection) : rows
}

const wide = (name: string, rows: Html): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-label="${name}">${rows}</div>`

const headOf = <Row>(
  { name, heading, isSortable }: Column<Row>,
  list: List<Row>,
  at: ListAddress,
): TableHead => {
  if (!isSortable) return { text: heading }
  const sort = chosen(at, 'Sort')[0] ?? list.sort
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none'
  const next = direction === 'ascending' ? `-${name}` : name
  return sortableHead({ text: heading, direction, href: addressWith(at, { Sort: [next] }) })
}

// the script of the MoJ multi select puts its box for all of them here
const selectAll: TableHead = {
  html: html`<span class="govuk-visually-hidden">Select</span>`,
  attributes: { id: 'select-all' },
  classes: 'app-list__box',
}

const box = <Row>(row: Row, { name, valueOf, labelOf }: Selection<Row>): TableCell => {
  const value = valueOf(row)
  const id = `${name}-${value}`
  return {
    classes: 'app-list__box',
    html: html`<div
      class="govuk-checkboxes__item govuk-checkboxes--small moj-multi-select__checkbox"
    >
      <input
        class="govuk-checkboxes__input"
        id="${id}"
        name="${name}"
        type="checkbox"
        value="${value}"
      />
      <label class="govuk-label govuk-checkboxes__label moj-multi-select__toggle-label" for="${id}"
        ><span class="govuk-visually-hidden">${labelOf(row)}</span></label
      >
    </div>`,
  }
}

const selecting = <Row>(rows: Html, { buttons }: Selection<Row>): Html =>
  html`<form method="get" novalidate data-module="moj-multi-select">
    ${rows}
    <div class="govuk-button-group app-list__buttons">
      ${buttons.map(({ text, address }) =>
        button({ text, classes: 'govuk-button--secondary', attributes: { formaction: address } }),
      )}
    </div>
  </form>`
