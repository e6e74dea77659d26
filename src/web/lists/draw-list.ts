import { resultsPagination } from '#web/components/results-pagination.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { addressWith, chosen } from './list-address.ts'
import type { ListAddress } from './list-address.ts'
import { clearedAddress, filterOf, selectedIn } from './list-filter.ts'
import { tableOf } from './list-table.ts'
import type { List } from './list.ts'

/** Draws a list for an address. */
export const drawList = <Row>(list: List<Row>, at: ListAddress): Html =>
  html`<div class="app-list">
    <div class="app-list__filter">
      <a class="govuk-skip-link" data-module="govuk-skip-link" href="#list">Skip to the list</a>
      ${filterOf(list, at)}
    </div>
    <div class="app-list__content" id="list">
      ${list.rows.length > 0 ? tableOf(list, at) : nothing(list, at)}
      ${resultsPagination({
        landmarkLabel: `Pages of ${list.caption}`,
        previous: { text: 'Back to the start', href: startAddress(at) },
        next: { text: 'Next page', href: nextAddress(list, at) },
        results: list.rows.length > 0 ? list.results : undefined,
      })}
    </div>
  </div>`

const nothing = <Row>(list: List<Row>, at: ListAddress): Html =>
  html`<h2 class="govuk-heading-m">${list.caption}</h2>
    <div class="govuk-body">
      ${selectedIn(list.filters, at).length > 0 ? noneMatches(list, at) : list.empty}
    </div>`

const noneMatches = <Row>(list: List<Row>, at: ListAddress): Html =>
  html`Nothing matches what you have chosen.
    <a class="govuk-link" href="${clearedAddress(list, at)}">Clear filters</a> to see everything.`

const startAddress = (at: ListAddress): string | undefined =>
  chosen(at, 'After').length > 0 ? addressWith(at, {}) : undefined

const nextAddress = ({ next }: Pick<List<never>, 'next'>, at: ListAddress): string | undefined =>
  next && addressWith(at, { After: [next] })
