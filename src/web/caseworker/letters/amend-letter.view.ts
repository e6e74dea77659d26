import { details } from '#web/components/details.ts'
import { areaField, emptyForm, lineField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { progressForm } from '#web/caseworker/progress/form-frame.ts'
import { asOfToday } from './letter-text.ts'

/** A letter as the page shows it on which it is amended. */
export type AmendLetter = {
  readonly caseNumber: string
  readonly name: string
  readonly version: number
  readonly subject: string | undefined
  readonly body: string
  /** What would be sent today. */
  readonly preview: string
  /** What keeps it from being sent, by the field in which it stands. */
  readonly gaps: readonly { readonly parameter: string; readonly message: string }[]
  readonly mergeFields: readonly { readonly name: string; readonly meaning: string }[]
}

/** The page on which a letter is amended before it is sent. */
export const amendLetterView: FormView<AmendLetter> = (letter, form) =>
  progressForm(
    {
      caseNumber: letter.caseNumber,
      heading: `Amend: ${letter.name}`,
      submit: 'Save letter',
      whole: ['Version', 'Letter'],
      fields: html`${seen(letter, form)}
      ${details({
        summaryText: 'As it would be sent today',
        html: html`<p class="govuk-hint">${asOfToday}</p>
          <p class="app-answer">${letter.preview}</p>`,
      })}
      ${details({ summaryText: 'What can be put in', html: fieldList(letter) })}
      ${lineField(
        {
          name: 'Subject',
          label: 'Subject (optional)',
          value: letter.subject,
          ...gapHint(letter, 'Subject'),
        },
        form,
      )}
      ${areaField({ name: 'Body', label: 'Text', value: letter.body, ...gapHint(letter, 'Body') }, form)}`,
    },
    form,
  )

/** What is said at a field of what is still to be written in it. */
const gapHint = ({ gaps }: AmendLetter, name: string): { readonly hint?: string } => {
  const messages = gaps.flatMap(({ parameter, message }) => (parameter === name ? [message] : []))
  return messages.length === 0 ? {} : { hint: `Before it can be sent: ${messages.join('. ')}.` }
}

// where another has changed it, saving again is meant: what they wrote is shown as it would be sent
const seen = ({ version }: AmendLetter, form: Form): Html => {
  const isConflict = form.flaws.some(({ parameter }) => parameter === 'Version')
  const sent = isConflict ? version : (form.typed['Version'] ?? version)
  return html`<input type="hidden" name="Version" value="${sent}" />`
}

const fieldList = ({ mergeFields }: AmendLetter): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${mergeFields.map(({ name, meaning }) => html`<li>{{${name}}}: ${meaning}</li>`)}
  </ul>`

const model: AmendLetter = {
  caseNumber: '1001',
  name: 'Acknowledgement',
  version: 2,
  subject: 'Your complaint {{case.reference}}',
  body: 'Dear {{customer.name}}\n\nWe answer by {{due.respond}}.',
  preview: 'Dear Ann <Bell>\n\nWe answer by 6 July 2026.',
  gaps: [],
  mergeFields: [{ name: 'case.reference', meaning: 'the number of the case' }],
}
const form = emptyForm('/cases/1001/progress/letters/7/amend')

/** Examples of the page, by what they show. */
export const amendLetterExamples: Examples<FormView<AmendLetter>> = {
  'a letter as it was drafted': [model, form],
  'a letter with something still to be written': [
    {
      ...model,
      body: 'Dear {{customer.name}}\n\n[Answer <here>]',
      gaps: [{ parameter: 'Body', message: '[Answer <here>] is still to be written' }],
    },
    form,
  ],
  'a field that there is not': [
    model,
    {
      ...form,
      typed: { Body: 'Dear {{you}}', Version: '2' },
      flaws: [
        { parameter: 'Body', kind: 'invalid', message: '{{you}} is not a merge field' },
        { parameter: 'Version', kind: 'invalid', message: 'Somebody has changed this' },
      ],
    },
  ],
}
