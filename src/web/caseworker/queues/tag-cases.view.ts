import { emptyForm, selectField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { chosenCasesForm, exampleCases, type ChosenCases } from './chosen-cases.ts'

/** Cases that are tagged, and the tags that there are. */
export type TagCases = ChosenCases & { readonly tags: readonly string[] }

/** The page on which several cases are tagged. */
export const tagCasesView: FormView<TagCases> = (model, form) =>
  chosenCasesForm(
    model,
    {
      heading: 'Tag cases',
      isEmpty: model.tags.length === 0,
      fields:
        model.tags.length === 0
          ? html`<p class="govuk-body">
              There are no tags. An administrator adds them to the list of classifications.
            </p>`
          : selectField(
              {
                name: 'Tag',
                label: 'Tag',
                none: 'Select a tag',
                choices: model.tags.map((tag) => ({ value: tag, text: tag })),
              },
              form,
            ),
    },
    form,
  )

const form = emptyForm('/queues/tag?Case=1001')

/** Examples of the page, by what they show. */
export const tagCasesExamples: Examples<FormView<TagCases>> = {
  'nothing chosen': [
    { ...exampleCases, tags: ['Noise: Music', 'Noise: <Dogs>'] },
    { ...form, flaws: [{ parameter: 'Tag', kind: 'missing', message: 'Select a tag' }] },
  ],
  'no tags': [{ ...exampleCases, tags: [] }, form],
}
