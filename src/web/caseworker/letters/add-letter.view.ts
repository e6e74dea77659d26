import { emptyForm, selectField } from '#web/forms/fields.ts'
import type { ChoiceGroup } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { progressForm } from '#web/caseworker/progress/form-frame.ts'

/** The page on which a letter is drafted: those that there are, the nearest to the case first. */
export type AddLetter = { readonly caseNumber: string; readonly groups: readonly ChoiceGroup[] }

/** The page on which a letter is drafted from a template. */
export const addLetterView: FormView<AddLetter> = ({ caseNumber, groups }, form) =>
  progressForm(
    {
      caseNumber,
      heading: 'Draft a letter',
      submit: 'Draft letter',
      fields: selectField(
        { name: 'Template', label: 'Which letter', none: 'Select a letter', choices: [], groups },
        form,
      ),
    },
    form,
  )

const model: AddLetter = {
  caseNumber: '1001',
  groups: [
    {
      label: 'Letters of its stages',
      items: [{ value: 'ACK', text: 'Acknowledgement <first> (ACK, e-mail)' }],
    },
    { label: 'Other letters', items: [{ value: 'HOLD', text: 'Holding letter (HOLD, letter)' }] },
  ],
}
const form = emptyForm('/cases/1001/progress/letters/new')

/** Examples of the page, by what they show. */
export const addLetterExamples: Examples<FormView<AddLetter>> = {
  'a letter to be chosen': [model, form],
  'none chosen': [
    model,
    {
      ...form,
      flaws: [{ parameter: 'Template', kind: 'missing', message: 'Select which letter' }],
    },
  ],
}
