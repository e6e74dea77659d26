import { areaField, emptyForm } from '#web/caseworker/complaint/form-parts.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { insetText } from '#web/components/inset-text.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { progressForm } from './form-frame.ts'

/** A letter that is to be sent or dropped, as the page shows it. */
export type SettleLetter = {
  readonly caseNumber: string
  readonly name: string
  readonly version: number
  readonly subject: string | undefined
  readonly body: string
  /** What keeps it from being sent, in sentences. */
  readonly gaps: readonly string[]
  readonly amendAddress: string
  readonly isToBeSent: boolean
}

/** What is said beside a letter that is shown before it is sent. */
export const asOfToday =
  'Dates and names are shown as they stand today. They are put in again when the letter is sent: dates that count from the day of sending can still change.'

/** The page on which a letter is looked at and sent, or dropped. */
export const settleLetterView: FormView<SettleLetter> = (letter, form) =>
  progressForm(
    {
      caseNumber: letter.caseNumber,
      heading: `${letter.isToBeSent ? 'Send' : 'Drop'}: ${letter.name}`,
      submit: letter.isToBeSent ? 'Send letter' : 'Drop letter',
      whole: ['Version', 'Letter'],
      fields: html`<input type="hidden" name="Version" value="${letter.version}" />
        ${letter.isToBeSent && html`<p class="govuk-body">${asOfToday}</p>`} ${text(letter)}
        ${letter.isToBeSent && letter.gaps.length > 0 && gapsLeft(letter)}
        ${letter.isToBeSent ? release(form) : reason(form)}`,
    },
    form,
  )

const text = ({ subject, body }: SettleLetter): Html =>
  insetText({
    html: html`${subject !== undefined && html`<p class="govuk-body-m">${subject}</p>`}
      <p class="app-answer">${body}</p>`,
  })

const gapsLeft = ({ gaps, amendAddress }: SettleLetter): Html =>
  html`<h2 class="govuk-heading-m">Before it can be sent</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${gaps.map((gap) => html`<li>${gap}</li>`)}
    </ul>
    <p class="govuk-body"><a class="govuk-link" href="${amendAddress}">Amend the letter</a></p>`

const release = (form: Form): Html =>
  checkboxes({
    name: 'SelfServiceAccess',
    items: [
      {
        value: 'true',
        text: 'The customer can see this letter',
        checked: form.typed['SelfServiceAccess'] === 'true',
      },
    ],
  })

const reason = (form: Form): Html =>
  areaField({ name: 'Reason', label: 'Why it is not needed' }, form)

const model: SettleLetter = {
  caseNumber: '1001',
  name: 'Acknowledgement',
  version: 1,
  subject: 'Your complaint 1001',
  body: 'Dear Ann <Bell>\n\nWe answer by {{due.respond}}.',
  gaps: ['There is nothing to put in place of {{due.respond}}: amend the letter first'],
  amendAddress: '/cases/1001/progress/letters/7/amend',
  isToBeSent: true,
}
const form = emptyForm('/cases/1001/progress/letters/7/send')

/** Examples of the page, by what they show. */
export const settleLetterExamples: Examples<FormView<SettleLetter>> = {
  'a letter to be sent': [{ ...model, gaps: [] }, form],
  'a letter with a gap': [
    model,
    {
      ...form,
      flaws: [
        {
          parameter: 'Letter',
          kind: 'invalid',
          message: 'There is nothing to put in place of {{due.respond}}: amend the letter first',
        },
      ],
    },
  ],
  'a letter to be dropped, without a reason': [
    { ...model, isToBeSent: false, subject: undefined },
    {
      ...form,
      flaws: [{ parameter: 'Reason', kind: 'missing', message: 'Enter reason' }],
    },
  ],
}
