import { openCaseForm } from '#web/caseworker/home/open-case-form.ts'
import { openRemediesAddress } from '#web/caseworker/complaint/addresses.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import { drawList } from '#web/lists/draw-list.ts'
import { dueCell } from '#web/lists/due-cell.ts'
import type { List } from '#web/lists/list.ts'
import { addressWith } from '#web/lists/list-address.ts'
import type { ListAddress } from '#web/lists/list-address.ts'
import { caseCell } from './case-cell.ts'
import { workFilters } from './work-filters.ts'
import type { WorkLine } from './work-in-words.ts'

export { myWorkExamples } from './my-work-examples.ts'

/** How much there is to do. */
export type WorkCounts = {
  readonly all: number
  readonly late: number
  readonly today: number
  readonly thisWeek: number
  readonly changed: number
  readonly unassigned: number
}

/** What the page to land on shows. */
export type MyWork = {
  readonly at: ListAddress
  readonly counts: WorkCounts
  readonly rows: readonly WorkLine[]
  readonly next: string | undefined
  /** What nobody has in the queues of the reader's teams, if they may see them. */
  readonly queue: string | undefined
  readonly mayListRemedies: boolean
}

/** The page to land on: how much there is to do, and what, late first. */
export const myWorkView: View<MyWork> = (model) => ({
  title: 'My work',
  isWide: true,
  content: html`<h1 class="govuk-heading-l">My work</h1>
    ${counted(model)} ${drawList(listOf(model), model.at)}
    <div class="app-open-case">
      ${openCaseForm({ flaws: [] }, undefined)}
      <p class="govuk-body">
        <a class="govuk-link" href="/calculator">Work out a deadline</a>
      </p>
      ${model.mayListRemedies && remediesLink}
    </div>`,
})

const remediesLink = html`<p class="govuk-body">
  <a class="govuk-link" href="${openRemediesAddress}">Open remedies</a>
</p>`

const counted = ({ counts, at: { path }, queue }: MyWork): Html => {
  const own = { path, query: {} }
  const line = (count: number, words: string, query: ListAddress['query']) =>
    html`<li>
      ${
        count === 0
          ? html`${count} ${words}`
          : html`<a class="govuk-link" href="${addressWith(own, query)}">${count} ${words}</a>`
      }
    </li>`
  return html`<ul class="govuk-list app-counts">
    ${line(counts.late, 'late', { Due: ['late'] })}
    ${line(counts.today, 'due today', { Due: ['today'] })}
    ${line(counts.thisWeek, 'due this week', { Due: ['week'] })}
    ${line(counts.changed, 'changed since you last looked', { Changed: ['since'] })}
    <li>${unassigned(counts.unassigned, queue)}</li>
  </ul>`
}

const most = 1000

const unassigned = (count: number, queue: string | undefined): Interpolation => {
  const number = count > most ? `More than ${most.toLocaleString('en-GB')}` : count
  const text = `${number} in your teams that nobody has`
  return count > 0 && queue ? html`<a class="govuk-link" href="${queue}">${text}</a>` : text
}

const listOf = ({ rows, counts, next }: MyWork): List<WorkLine> => ({
  caption: 'What there is to do',
  columns: [
    { name: 'due', heading: 'Due', cell: ({ due }) => dueCell(due) },
    { name: 'case', heading: 'Case', cell: caseCell },
    {
      name: 'why',
      heading: 'Why it is here',
      cell: ({ why }) => ({ text: why, classes: wrapped }),
    },
    { name: 'type', heading: 'Type', cell: ({ caseType }) => ({ text: caseType }) },
    { name: 'status', heading: 'Status', cell: ({ status }) => ({ text: status }) },
  ],
  filters: workFilters,
  rows,
  results: `${rows.length} of ${counts.all} ${counts.all === 1 ? 'thing' : 'things'} to do`,
  next,
  empty: nothingToDo,
})

const wrapped = 'app-list__what'

const nothingToDo = html`You have nothing to do: no case, no task and no answer to clear is yours.
Cases that are assigned to you are shown here, and those of people for whom you stand in.`
