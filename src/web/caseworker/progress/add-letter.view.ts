import { emptyForm, selectField, type Choice } from '#web/caseworker/complaint/form-parts.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { progressForm } from './form-frame.ts'

/** The page on which a letter is drafted: those that there are. */
export type AddLetter = { readonly caseNumber: string; readonly templates: readonly Choice[] }

/** The page on which a letter is drafted from a template. */
export const addLetterView: FormView<AddLetter> = ({ caseNumber, templates }, form) =>
  progressForm(
    {
      caseNumber,
      heading: 'Draft a letter',
      submit: 'Draft letter',
      fields: selectField(
        { name: 'Template', label: 'Which letter', none: 'Select a letter', choices: templates },
        form,
      ),
    },
    form,
  )

const model: AddLetter = {
  caseNumber: '1001',
  templates: [{ value: 'ACK', text: 'Acknowledgement <first> (email)' }],
}
const form = emptyForm('/cases/1001/progress/letters/new')

/** Examples of the page, by what they show. */
export const addLetterExamples: Examples<FormView<AddLetter>> = {
  'a letter to be chosen': [model, form],
  'none chosen': [
    model,
    {
      ...form,
      flaws: [{ parameter: 'Template', kind: 'missing', message: 'Enter which letter' }],
    },
  ],
}
