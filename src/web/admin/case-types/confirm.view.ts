import { momentFields } from '#web/admin/publications/moment-fields.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { differencesPart } from './differences-part.ts'
import { draftForm } from './draft-form.ts'
import { exampleDraft } from './shown-draft.ts'
import type { ShownDraft } from './shown-draft.ts'

/** Something that is to be confirmed of a draft, and what comes of it. */
export type Confirmation = {
  readonly draft: ShownDraft
  readonly heading: string
  readonly submit: string
  readonly consequences: readonly string[]
  readonly showsDifferences: boolean
  readonly isWarning: boolean
  /** Can it be said from when on it is in force? */
  readonly asksMoment?: true
}

/** The page on which something that cannot be undone is confirmed. */
export const confirmView: FormView<Confirmation> = (model, form) =>
  draftForm(
    {
      ...model,
      fields: html`${model.consequences.map((text) => html`<p class="govuk-body">${text}</p>`)}
      ${model.asksMoment && momentFields(undefined, form)}
      ${model.showsDifferences && differencesPart(model.draft)}`,
    },
    form,
  )

const model: Confirmation = {
  draft: exampleDraft,
  heading: 'Throw the draft away',
  submit: 'Throw away',
  consequences: ['What is published stays as it is.'],
  showsDifferences: false,
  isWarning: true,
}
const form = emptyForm('/admin/case-types/drafts/14/discard')

/** Examples of the page, by what they show. */
export const confirmExamples: Examples<FormView<Confirmation>> = {
  'a draft to be thrown away': [model, form],
  'a draft to be published, which somebody else has changed meanwhile': [
    {
      ...model,
      heading: 'Publish the draft',
      submit: 'Publish',
      showsDifferences: true,
      asksMoment: true,
      isWarning: false,
      draft: {
        ...exampleDraft,
        differences: [{ path: 'label', before: 'Tipping', after: 'Fly <tipping>' }],
      },
    },
    {
      ...form,
      typed: { Version: '2' },
      flaws: [
        {
          parameter: 'Version',
          kind: 'invalid',
          message: 'Somebody has changed this since you opened it',
        },
      ],
    },
  ],
}
