import { detailFields, fieldParameter } from '#domain/details/index.ts'
import { optionsOf } from '#domain/options/index.ts'
import { insetText } from '#web/components/inset-text.ts'
import { detailInput } from '#web/caseworker/details/detail-input.ts'
import { placedFields } from '#web/caseworker/details/placed-fields.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { draftAddress } from './addresses.ts'
import { exampleDraft } from './shown-draft.ts'
import type { ShownDraft } from './shown-draft.ts'

/** A draft, and who sees its form. */
export type Preview = { readonly draft: ShownDraft; readonly reader: 'staff' | 'customer' }

/** The page that shows the form of a draft as staff or the customer see it. */
export const previewView: View<Preview> = ({ draft, reader }) => {
  const { caseType, options } = draft
  const fields = caseType.fields.filter(({ isPublished }) => reader === 'staff' || isPublished)
  const heading =
    reader === 'staff' ? 'The form as staff see it' : 'The form as the customer sees it'
  return {
    title: `${heading}: ${caseType.label}`,
    back: { href: draftAddress(draft.draft), text: 'Back to the draft' },
    content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">${caseType.label}</span>
        <h1 class="govuk-heading-l">${heading}</h1>
        ${insetText({
          html: html`<p class="govuk-body">
            This is a preview: nothing that you enter here is kept.
          </p>`,
        })}
        ${
          fields.length === 0
            ? html`<p class="govuk-body">No field is shown.</p>`
            : placedFields(
                detailFields({ fields, sections: caseType.sections }, {}, optionsOf(options)),
                { draw: (field) => detailInput(field, emptyForm('')), nameOf: fieldParameter },
              )
        }
      </div>
    </div>`,
  }
}

/** Examples of the page, by what they show. */
export const previewExamples: Examples<View<Preview>> = {
  'as staff': [{ draft: exampleDraft, reader: 'staff' }],
  'as the customer': [{ draft: exampleDraft, reader: 'customer' }],
  'a form that shows the customer nothing': [
    {
      draft: { ...exampleDraft, caseType: { ...exampleDraft.caseType, fields: [] } },
      reader: 'customer',
    },
  ],
}
