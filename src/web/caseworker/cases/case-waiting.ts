import { shownNeeds } from '#web/caseworker/progress/needs-met.ts'
import type { Progress } from '#web/caseworker/progress/show-progress.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { ShownWaiting } from './shown-case.ts'

/** What the stages that a case is in wait for: that without which none of their outcomes can be taken. */
export const waitingOf = (progress: Progress): readonly ShownWaiting[] =>
  progress.tracks.flatMap(({ current, outcomes }): ShownWaiting[] => {
    const [first, ...others] = outcomes
    const common = (first?.needs ?? []).filter(({ text }) =>
      others.every(({ needs }) => needs.some((need) => need.text === text)),
    )
    if (!current || common.length === 0) return []
    return [{ stage: current.name, needs: shownNeeds(common, progress) }]
  })

/** The part of a case's page that says what its stages wait for, and where that is met. */
export const waitingPart = (waiting: readonly ShownWaiting[]): Html =>
  html`${waiting.map(
    ({ stage, needs }) =>
      html`<h2 class="govuk-heading-m">What “${stage}” waits for</h2>
        <ul class="govuk-list govuk-list--bullet">
          ${needs.map(
            ({ text, way }) =>
              html`<li>
                ${text} ${way && html`<a class="govuk-link" href="${way.href}">${way.text}</a>`}
              </li>`,
          )}
        </ul>`,
  )}`
