import { wide } from '#web/admin/admin-form.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { table } from '#web/components/table.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime, dateInWords } from '#web/layout/times.ts'
import { casesInWords, staysInWords } from './words.ts'

/** How far the latest move of a type's open cases has come, and what became of each. */
export type LatestMove = {
  readonly toVersion: number
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly finishedAt: Date | null
  readonly moved: number
  readonly stayed: number
  readonly left: number
  readonly lines: readonly {
    readonly caseId: number
    readonly result: string
    readonly fromVersion: number
    readonly targetBefore: string | null
    readonly targetAfter: string | null
  }[]
  /** After which case the next page of results begins. */
  readonly next: number | undefined
}

/** Draws how far a move has come, and what became of each case. */
export const resultsPart = (latest: LatestMove, address: string): Html =>
  html`<h2 class="govuk-heading-m">The latest move</h2>
    <p class="govuk-body">
      ${latest.requestedBy} had open cases moved to version ${latest.toVersion},
      ${dateAndTime(latest.requestedAt)}. Moved: ${casesInWords(latest.moved)}. Left where they
      were: ${casesInWords(latest.stayed)}.
      ${
        latest.finishedAt
          ? html`Finished ${dateAndTime(latest.finishedAt)}.`
          : html`Still to come: ${casesInWords(latest.left)}. It goes on in the background: load
            this page again to see how far it is.`
      }
    </p>
    ${latest.lines.length > 0 && wide('What became of each case', resultsTable(latest))}
    ${
      latest.next !== undefined &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${address}?After=${latest.next}">Next results</a>
      </p>`
    }`

const resultsTable = ({ lines, toVersion }: LatestMove): Html =>
  table({
    caption: 'What became of each case',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: ['Case', 'Result', 'Target before', 'Target now'].map((text) => ({ text })),
    rows: lines.map(({ caseId, result, fromVersion, targetBefore, targetAfter }) => [
      { html: html`<a class="govuk-link" href="${caseAddress(caseId)}">${caseId}</a>` },
      {
        text:
          result === 'moved'
            ? `Moved from version ${fromVersion} to ${toVersion}`
            : `Stays under version ${fromVersion}: ${staysInWords[result] ?? ''}`,
      },
      { text: dayOf(targetBefore) },
      { text: dayOf(targetAfter) },
    ]),
  })

const dayOf = (date: string | null): string => (date === null ? 'None' : dateInWords(date))
