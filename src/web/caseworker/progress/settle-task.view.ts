import { insetText } from '#web/components/inset-text.ts'
import { radios } from '#web/components/radios.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { progressForm } from './form-frame.ts'

/** A task that is to be settled, as the page shows it. */
export type SettleTask = {
  readonly caseNumber: string
  readonly title: string
  readonly isSettled: boolean
}

/** The page on which a task is settled. */
export const settleTaskView: FormView<SettleTask> = ({ caseNumber, title, isSettled }, form) =>
  progressForm(
    {
      caseNumber,
      heading: 'Settle task',
      submit: 'Settle task',
      isEmpty: isSettled,
      whole: ['TaskNumber'],
      fields: html`${insetText({ text: title })}
      ${
        isSettled
          ? html`<p class="govuk-body">This task is settled.</p>`
          : radios({
              name: 'Outcome',
              fieldset: {
                legend: { text: 'What became of it', classes: 'govuk-fieldset__legend--s' },
              },
              items: [
                { value: 'done', text: 'It is done' },
                { value: 'not needed', text: 'It is not needed' },
              ],
              value: form.typed['Outcome'] ?? 'done',
              errorMessage: messageOf(form, 'Outcome'),
            })
      }`,
    },
    form,
  )

const model: SettleTask = { caseNumber: '1001', title: 'Call the <customer>', isSettled: false }
const form = emptyForm('/cases/1001/progress/tasks/7/settle')

/** Examples of the page, by what they show. */
export const settleTaskExamples: Examples<FormView<SettleTask>> = {
  'a task that waits': [model, form],
  'a task that somebody else has settled': [
    { ...model, isSettled: true },
    {
      ...form,
      typed: { Outcome: 'done' },
      flaws: [
        {
          parameter: 'TaskNumber',
          kind: 'invalid',
          message: 'Okafor, Ife settled “Call the customer” on 6 July 2026',
        },
      ],
    },
  ],
}
