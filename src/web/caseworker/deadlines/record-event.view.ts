import { isAhead } from '#domain/deadlines/index.ts'
import { radios } from '#web/components/radios.ts'
import { askedBack, momentFields } from '#web/dates/moment-fields.ts'
import { areaField, dateField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { clockForm } from './clock-form.ts'

/** What can have happened, as the page shows it on which that is recorded. */
export type RecordEvent = {
  readonly caseNumber: string
  readonly known: readonly {
    readonly name: string
    readonly title: string
    readonly isInterval: boolean
  }[]
}

/** The page on which it is recorded what happened to the clock of a case. */
export const recordEventView: FormView<RecordEvent> = ({ caseNumber, known }, sent) => {
  const form = askedBack(sent, 'Date', 'Date')
  return clockForm(
    {
      caseNumber,
      heading: 'Record what happened',
      submit: 'Record',
      isEmpty: known.length === 0,
      fields: known.length === 0 ? nothing : fields(known, form),
    },
    form,
  )
}

const nothing = html`<p class="govuk-body">
  No deadline of this case is open whose rule knows an event, so there is nothing to record.
</p>`

const fields = (known: RecordEvent['known'], form: Form): Html =>
  html`${radios({
    name: 'Event',
    fieldset: { legend: { text: 'What happened', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'What the rules of this case’s deadlines, and its procedure, know.' },
    items: known.map(({ name, title }) => ({ value: name, text: title })),
    value: form.typed['Event'],
    errorMessage: messageOf(form, 'Event'),
  })}
  ${momentFields(
    {
      name: 'Date',
      label: known.some(({ name }) => isAhead(name))
        ? 'When it happened, or the day that was named'
        : 'When it happened',
      timeLabel: 'Time (optional)',
      timeHint: 'For example, 17:30 or 5:30pm',
    },
    form,
  )}
  ${
    known.some(({ isInterval }) => isInterval) &&
    dateField({ name: 'Until', label: 'Last day, where it went on for several' }, form)
  }
  ${areaField({ name: 'Reason', label: 'What else there is to say of it (optional)' }, form)}`

const model: RecordEvent = {
  caseNumber: '1001',
  known: [
    { name: 'clarification_requested', title: 'Clarification asked for', isInterval: false },
    { name: 'school_closed', title: 'School <closed>', isInterval: true },
  ],
}

const form = emptyForm('/cases/1001/clock/events/new')

/** Examples of the page, by what they show. */
export const recordEventExamples: Examples<FormView<RecordEvent>> = {
  'what may have happened': [model, form],
  'nothing can be recorded': [{ ...model, known: [] }, form],
  'nothing chosen and no date': [
    model,
    {
      ...form,
      flaws: [
        { parameter: 'Event', kind: 'missing', message: 'Select what happened' },
        { parameter: 'Date', kind: 'missing', message: 'Enter date' },
      ],
    },
  ],
  'a time that came twice': [
    model,
    {
      ...form,
      typed: { Event: 'clarification_requested', Date: '25/10/2026', DateTime: '1:30am' },
      flaws: [{ parameter: 'Date', kind: 'invalid', message: 'Date is not clear' }],
    },
  ],
}
