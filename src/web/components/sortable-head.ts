import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { TableHead } from './table.ts'

/** The head of a column by which a list is sorted, or may be. */
export type SortableHeadOptions = {
  readonly text: string
  /** Where the list is sorted by it, or the other way round. */
  readonly href: string
  readonly direction: 'ascending' | 'descending' | 'none'
}

/**
 * The head of a sortable column, as a link: the MoJ sortable table sorts the rows of one page with a script, which
 * would be wrong where there is another page.
 */
export const sortableHead = ({ text, href, direction }: SortableHeadOptions): TableHead => ({
  html: html`<a class="govuk-link govuk-link--no-visited-state app-sort" href="${href}"
    >${text}${arrow[direction]}</a
  >`,
  attributes: { 'aria-sort': direction },
})

const mark = (sign: string): Html => html` <span aria-hidden="true">${sign}</span>`
const arrow = { ascending: mark('▲'), descending: mark('▼'), none: mark('↕') } as const
