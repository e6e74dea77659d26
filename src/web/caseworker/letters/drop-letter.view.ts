import { areaField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { progressForm } from '#web/caseworker/progress/form-frame.ts'
import { letterText, type LetterText } from './letter-text.ts'

/** A letter that is to be dropped, as the page shows it. */
export type DropLetter = LetterText & {
  readonly caseNumber: string
  readonly name: string
  readonly version: number
}

/** The page on which a letter is dropped. */
export const dropLetterView: FormView<DropLetter> = (letter, form) =>
  progressForm(
    {
      caseNumber: letter.caseNumber,
      heading: `Drop: ${letter.name}`,
      submit: 'Drop letter',
      whole: ['Version', 'Letter'],
      fields: html`<input type="hidden" name="Version" value="${letter.version}" />
        ${letterText(letter)} ${areaField({ name: 'Reason', label: 'Why it is not needed' }, form)}`,
    },
    form,
  )

const model: DropLetter = {
  caseNumber: '1001',
  name: 'Acknowledgement',
  version: 1,
  subject: null,
  body: 'Dear Ann <Bell>\n\nWe answer by {{due.respond}}.',
}
const form = emptyForm('/cases/1001/progress/letters/7/drop')

/** Examples of the page, by what they show. */
export const dropLetterExamples: Examples<FormView<DropLetter>> = {
  'a letter to be dropped': [model, form],
  'a letter to be dropped, without a reason': [
    model,
    {
      ...form,
      flaws: [{ parameter: 'Reason', kind: 'missing', message: 'Enter reason' }],
    },
  ],
}
