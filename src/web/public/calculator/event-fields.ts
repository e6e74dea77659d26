import { button } from '#web/components/button.ts'
import { fieldset } from '#web/components/fieldset.ts'
import { html, type Html } from '#web/layout/html.ts'
import { calculatorAddress } from './address.ts'
import type { Calculation } from './calculate.ts'
import { typedDateInput } from './typed-date-input.ts'
import { eventGroups, type EventGroup } from './event-groups.ts'
import { isInterval, labelOf, mostEvents, prefixOf } from './typed-events.ts'

/** The fields for what has happened since, as the rule knows it; nothing where it knows nothing. */
export function eventFields(calculation: Calculation): Html | undefined {
  const groups = eventGroups(calculation.rule, calculation.typed)
  if (groups.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">What has happened since</h2>
    <p class="govuk-body">Fill in what has happened and leave the rest empty.</p>
    ${groups.map((group) => groupFields(group, calculation))}
    ${button({ text: 'Work out the date' })}`
}

const groupFields = (group: EventGroup, calculation: Calculation): Html =>
  fieldset({
    classes: 'app-events',
    legend: { text: group.title, classes: 'govuk-fieldset__legend--s' },
    describedBy: `${group.events[0]}-hint`,
    html: html`<p class="govuk-hint" id="${group.events[0]}-hint">${group.hint}</p>
      ${Array.from({ length: group.rows }, (_, at) =>
        group.events.map((name) => eventRow(name, at + 1, calculation)),
      )}
      ${group.isRepeatable && group.rows < mostEvents && addAnother(group)}`,
  })

const eventRow = (
  name: EventGroup['events'][number],
  row: number,
  { typed, flaws }: Calculation,
): readonly Html[] =>
  (isInterval(name) ? (['on', 'until'] as const) : (['on'] as const)).map((end) => {
    const prefix = prefixOf(name, row, end)
    const parts = ['day', 'month', 'year'].map((part) => `${prefix}-${part}`)
    return typedDateInput({
      prefix,
      legend: labelOf(name, row, end),
      legendClasses: '',
      typed,
      message: flaws.find(({ parameter }) => parts.includes(parameter))?.message,
    })
  })

/** Sends what is typed back to the form with one more row, and goes on there. */
const addAnother = ({ events: [first], title, rows }: EventGroup): Html | undefined =>
  first &&
  button({
    html: html`Add another<span class="govuk-visually-hidden"> for ${title}</span>`,
    classes: 'govuk-button--secondary',
    name: 'add',
    value: first,
    attributes: { formaction: `${calculatorAddress}#${prefixOf(first, rows + 1)}` },
  })
