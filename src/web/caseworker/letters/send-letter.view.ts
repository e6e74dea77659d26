import { checkboxes } from '#web/components/checkboxes.ts'
import { radios } from '#web/components/radios.ts'
import { warningText } from '#web/components/warning-text.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { progressForm } from '#web/caseworker/progress/form-frame.ts'
import { asOfToday, letterText, type LetterText } from './letter-text.ts'

/** A letter that is to be sent, as the page shows it. */
export type SendLetter = LetterText & {
  readonly caseNumber: string
  readonly name: string
  readonly version: number
  /** What keeps it from being sent, in sentences. */
  readonly gaps: readonly string[]
  readonly amendAddress: string
  /** What became of the mail that carried it, where it is to be sent anew. */
  readonly failure: string | undefined
  /** Whom it goes to, and their address where e-mail is sent. */
  readonly recipient: {
    readonly name?: string | null | undefined
    readonly email?: string | null | undefined
  }
  readonly proposedWay: 'email' | 'post'
}

/** The page on which a letter is looked at and sent. */
export const sendLetterView: FormView<SendLetter> = (letter, form) =>
  progressForm(
    {
      caseNumber: letter.caseNumber,
      heading: `Send: ${letter.name}`,
      submit: 'Send letter',
      whole: ['Version', 'Letter'],
      fields: html`<input type="hidden" name="Version" value="${letter.version}" />
        ${standing(letter)} ${letterText(letter)} ${letter.gaps.length > 0 && gapsLeft(letter)}
        ${way(letter, form)} ${letter.failure === undefined && release(form)}`,
    },
    form,
  )

const standing = ({ failure }: SendLetter): Html =>
  failure === undefined
    ? html`<p class="govuk-body">${asOfToday}</p>`
    : warningText({
        text: `${failure}. It is sent again as it was.`,
        iconFallbackText: 'Warning',
      })

const gapsLeft = ({ gaps, amendAddress }: SendLetter): Html =>
  html`<h2 class="govuk-heading-m">Before it can be sent</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${gaps.map((gap) => html`<li>${gap}</li>`)}
    </ul>
    <p class="govuk-body"><a class="govuk-link" href="${amendAddress}">Amend the letter</a></p>`

const way = ({ recipient: { name, email }, proposedWay }: SendLetter, form: Form): Html =>
  radios({
    name: 'How',
    fieldset: {
      legend: {
        text: name ? `How it is sent to ${name}` : 'How it is sent',
        classes: 'govuk-fieldset__legend--s',
      },
    },
    items: [
      {
        value: 'email',
        text: 'By e-mail',
        hint: {
          text: email
            ? `To ${email}, with the letter as a PDF.`
            : 'There is no address that it can go to.',
        },
      },
      {
        value: 'post',
        text: 'By post',
        hint: { text: 'You print it and post it: it is among the documents of the case.' },
      },
    ],
    value: form.typed['How'] ?? proposedWay,
    errorMessage: messageOf(form, 'How'),
  })

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

const model: SendLetter = {
  caseNumber: '1001',
  name: 'Acknowledgement',
  version: 1,
  subject: 'Your complaint 1001',
  body: 'Dear Ann <Bell>\n\nWe answer by {{due.respond}}.',
  gaps: [],
  amendAddress: '/cases/1001/progress/letters/7/amend',
  failure: undefined,
  recipient: { name: 'Ann <Bell>', email: 'ann@bell.example' },
  proposedWay: 'email',
}
const form = emptyForm('/cases/1001/progress/letters/7/send')
const gap = 'There is nothing to put in place of {{due.respond}}: amend the letter first'

/** Examples of the page, by what they show. */
export const sendLetterExamples: Examples<FormView<SendLetter>> = {
  'a letter to be sent': [model, form],
  'a letter with a gap': [
    { ...model, gaps: [gap] },
    { ...form, flaws: [{ parameter: 'Letter', kind: 'invalid', message: gap }] },
  ],
  'an e-mail to somebody without an address': [
    { ...model, subject: null, recipient: {}, proposedWay: 'post' },
    {
      ...form,
      typed: { How: 'email' },
      flaws: [{ parameter: 'How', kind: 'invalid', message: 'The customer has no e-mail address' }],
    },
  ],
  'a letter whose e-mail was not taken': [
    { ...model, failure: 'It could not be e-mailed to ann@bell.example: the server answered 550' },
    form,
  ],
}
