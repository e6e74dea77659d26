import { pagination } from '#web/components/pagination.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { addressWith, chosen } from '#web/lists/list-address.ts'
import type { ListAddress } from '#web/lists/list-address.ts'
import { clearedAddress, filterOf, selectedIn } from '#web/lists/list-filter.ts'
import type { FilterGroup, List } from '#web/lists/list.ts'
import { exampleEntries, happenings } from './shown-entry.ts'
import type { ShownEntry } from './shown-entry.ts'

/** What the page shows of what happened to a case. */
export type ShownTimeline = {
  readonly caseNumber: string
  readonly at: ListAddress
  readonly filters: readonly FilterGroup[]
  readonly entries: readonly ShownEntry[]
  readonly next: string | undefined
}

/** The page with what happened to a case. */
export const showTimelineView: View<ShownTimeline> = (model) => {
  const list = listOf(model)
  return {
    title: `Timeline: case ${model.caseNumber}`,
    content: html`<h1 class="govuk-heading-l">Timeline</h1>
      <div class="app-list">
        <div class="app-list__filter">${filterOf(list, model.at)}</div>
        <div class="app-list__content">
          ${model.entries.length > 0 ? happenings(model.entries, { headingLevel: 2 }) : nothing(list, model.at)}
          ${waysBetweenPages(model)}
        </div>
      </div>`,
  }
}

const listOf = ({ filters, entries, next }: ShownTimeline): List<ShownEntry> => ({
  caption: 'What happened',
  columns: [],
  filters,
  rows: entries,
  results: `${entries.length} events`,
  next,
  empty: 'Nothing has happened yet.',
})

const nothing = (list: List<ShownEntry>, at: ListAddress): Html =>
  html`<p class="govuk-body">
    ${
      selectedIn(list.filters, at).length === 0
        ? list.empty
        : html`Nothing matches what you have chosen.
            <a class="govuk-link" href="${clearedAddress(list, at)}">Clear filters</a> to see
            everything.`
    }
  </p>`

const waysBetweenPages = ({ at, next }: ShownTimeline): Html | undefined => {
  const isFirst = chosen(at, 'After').length === 0
  if (isFirst && next === undefined) return undefined
  return pagination({
    landmarkLabel: 'Pages of the timeline',
    previous: isFirst ? undefined : { text: 'Back to the newest', href: addressWith(at, {}) },
    next:
      next === undefined
        ? undefined
        : { text: 'Earlier', href: addressWith(at, { After: [next] }) },
  })
}

const bare: ShownTimeline = {
  caseNumber: '1001',
  at: { path: '/cases/1001/timeline', query: {} },
  filters: [
    {
      name: 'Kind',
      heading: 'What',
      isOne: true,
      choices: [
        { value: 'notes', text: 'Notes' },
        { value: 'details', text: 'Details' },
      ],
    },
    {
      name: 'By',
      heading: 'Who',
      isOne: true,
      choices: [{ value: 'Okafor, Ife', text: 'Okafor, Ife' }],
    },
  ],
  entries: [],
  next: undefined,
}

/** Examples of the page, by what they show. */
export const showTimelineExamples: Examples<View<ShownTimeline>> = {
  'a case to which nothing has happened': [bare],
  'a case to which much has happened': [{ ...bare, entries: exampleEntries, next: '17' }],
  'nothing that matches what was chosen, on a later page': [
    { ...bare, at: { ...bare.at, query: { Kind: ['notes'], After: ['17'] } } },
  ],
}
