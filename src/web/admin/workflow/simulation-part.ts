import { simulate, SimulationRefused, type SimulatedStep } from '#domain/simulation/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { table } from '#web/components/table.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateInWords } from '#web/layout/times.ts'

/** A sample case walked through the workflow of a draft: the days on which everything falls. */
export function simulationPart(draft: ShownDraft): Html {
  const on = writeLocalDate(draft.changedAt)
  return html`<h2 class="govuk-heading-m" id="sample">A sample case</h2>
    <p class="govuk-body">
      Received on ${dateInWords(on)}, the day on which the draft was changed last. Each stage ends
      on the last day that its target allows.
      <a class="govuk-link" href="/calculator">See how a rule counts on another day</a>.
    </p>
    ${walked(draft, on)}`
}

function walked({ caseType, nation }: ShownDraft, on: string): Html {
  try {
    const { steps } = simulate(caseType.procedure, { received: { on }, nation })
    return stepTable(steps)
  } catch (refused) {
    if (!(refused instanceof SimulationRefused)) throw refused
    return html`<p class="govuk-body">${refused.message}</p>`
  }
}

const stepTable = (steps: readonly SimulatedStep[]): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-labelledby="sample">
    ${table({
      head: ['Stage', 'From', 'What is due', 'Ends'].map((text) => ({ text })),
      rows: steps.map((step) => [
        { text: step.name },
        { text: dateInWords(step.startedOn) },
        { html: html`${dueIn(step).map((line) => html`${line}<br />`)}` },
        { text: `${dateInWords(step.endedOn)}: ${step.outcome}` },
      ]),
    })}
  </div>`

const dueIn = ({ deadlines, tasks, letters }: SimulatedStep): readonly string[] => [
  ...deadlines.map(({ name, due, because }) => `${name}: ${dayOf(due) ?? because ?? 'no date'}`),
  ...tasks.map(({ title, due }) => `${title}: ${dayOf(due) ?? 'no date'}`),
  ...letters.map(({ code, due }) => `${code}: ${dayOf(due) ?? 'no date'}`),
]

const dayOf = (due: string | undefined): string | undefined => due && dateInWords(due.slice(0, 10))
