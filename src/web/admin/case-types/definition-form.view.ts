import { textarea } from '#web/components/textarea.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { draftForm } from './draft-form.ts'
import { exampleDraft } from './shown-draft.ts'
import type { ShownDraft } from './shown-draft.ts'

/** The page on which the whole definition of a draft is changed as a file. */
export const definitionFormView: FormView<ShownDraft> = (draft, form) => {
  const stored = JSON.stringify(draft.definition, undefined, 2)
  return draftForm(
    {
      draft,
      heading: 'Change the draft as a file',
      submit: 'Save',
      known: [{ what: 'The file', text: stored }],
      fields: textarea({
        name: 'Definition',
        label: { text: 'Text of the file', classes: 'govuk-label--s' },
        hint: {
          text: 'All that a case type holds, as its export gives it. Copy it from here to keep a draft as a file.',
        },
        value: form.typed['Definition'] ?? stored,
        errorMessage: messageOf(form, 'Definition'),
        classes: 'app-code',
        rows: 25,
        spellcheck: false,
      }),
    },
    form,
  )
}

const form = emptyForm('/admin/case-types/drafts/14/file')

/** Examples of the page, by what they show. */
export const definitionFormExamples: Examples<FormView<ShownDraft>> = {
  'the file of a draft': [exampleDraft, form],
  'a file that is no JSON': [
    exampleDraft,
    {
      ...form,
      typed: { Definition: '{ <oops>', Version: '3' },
      flaws: [{ parameter: 'Definition', kind: 'invalid', message: 'The file must be JSON' }],
    },
  ],
}
