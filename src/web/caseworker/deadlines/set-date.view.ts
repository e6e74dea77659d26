import { insetText } from '#web/components/inset-text.ts'
import { askedBack, momentFields } from '#web/dates/moment-fields.ts'
import { areaField, dateField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { clockForm } from './clock-form.ts'

/** A deadline whose date is to be set by hand, as the page shows it. */
export type SetDate = {
  readonly caseNumber: string
  readonly name: string
  /** When it is due now, in words. */
  readonly due: string
  /** Is it due at a time of a day? */
  readonly isTimed: boolean
}

/** The page on which the date of a deadline is set by hand. */
export const setDateView: FormView<SetDate> = ({ caseNumber, name, due, isTimed }, sent) => {
  const form = askedBack(sent, 'Due', 'Date due')
  const label = 'Date due'
  return clockForm(
    {
      caseNumber,
      heading: 'Set the date by hand',
      submit: 'Set date',
      whole: ['Deadline', 'Stage', 'Track'],
      fields: html`${insetText({ text: `${name}: ${due}` })}
        <p class="govuk-body">
          What its rule gives is kept beside the date that you set. Where something happened that
          moves the date, record that instead.
        </p>
        ${
          isTimed
            ? momentFields(
                { name: 'Due', label, timeLabel: 'Time due', timeHint: 'For example, 17:30' },
                form,
              )
            : dateField({ name: 'Due', label }, form)
        }
        ${areaField({ name: 'Reason', label: 'Why it is set by hand' }, form)}`,
    },
    form,
  )
}

const model: SetDate = {
  caseNumber: '1001',
  name: 'Answer <in full>',
  due: 'due 6 July 2026',
  isTimed: false,
}

const form = emptyForm('/cases/1001/deadlines/respond/set')

/** Examples of the page, by what they show. */
export const setDateExamples: Examples<FormView<SetDate>> = {
  'a date to be set': [model, form],
  'a time to be set that came twice': [
    { ...model, isTimed: true },
    {
      ...form,
      typed: { Due: '25/10/2026', DueTime: '01:15' },
      flaws: [{ parameter: 'Due', kind: 'invalid', message: 'Date due is not clear' }],
    },
  ],
  'a deadline that is over, and no date': [
    model,
    {
      ...form,
      typed: { Reason: 'Agreed' },
      flaws: [
        { parameter: 'Deadline', kind: 'invalid', message: 'Deadline is over' },
        { parameter: 'Due', kind: 'missing', message: 'Enter date due' },
      ],
    },
  ],
}
