import type { getCaseOverview } from '#domain/notes/index.ts'
import { answersAddress } from '#web/caseworker/answers/addresses.ts'
import { progressAddress } from '#web/caseworker/progress/addresses.ts'
import { tag } from '#web/components/tag.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateInWords } from '#web/layout/times.ts'
import type { ShownNext } from './shown-case.ts'

type Overview = Awaited<ReturnType<(typeof getCaseOverview)['handle']>>

/** Gives what waits to be done on a case as the page shows it. */
export const nextOf = ({ caseId, next }: Overview): readonly ShownNext[] =>
  next.map(({ kind, what, dueOn, isLate, who }) => ({
    what: `${verbs.get(kind) ?? ''}${what}`,
    due: dueOn === null ? undefined : `Due ${dateInWords(dueOn)}`,
    isLate,
    who: who ?? undefined,
    href: kind === 'answer' ? answersAddress(caseId) : `${progressAddress(caseId)}#${kind}s`,
  }))

const verbs: ReadonlyMap<string, string> = new Map([
  ['letter', 'Send letter: '],
  ['answer', 'Clear answer: '],
])

/** The part of a case's page with what is next, the soonest first. */
export const nextPart = (next: readonly ShownNext[]): Html =>
  html`<h2 class="govuk-heading-m">What is next</h2>
    ${
      next.length === 0
        ? html`<p class="govuk-body">No task, letter or answer is waiting.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${next.map((each) => html`<li class="app-entry__text">${nextLine(each)}</li>`)}
          </ul>`
    }`

const nextLine = ({ what, href, due, isLate, who }: ShownNext): Html =>
  html`<a class="govuk-link" href="${href}">${what}</a>${
      (due ?? who) !== undefined && html`<br />${[due, who].filter(Boolean).join(', ')}`
    }
    ${isLate && tag({ text: 'Late', classes: 'govuk-tag--red' })}`
