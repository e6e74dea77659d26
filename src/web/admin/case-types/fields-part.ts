import type { Field } from '#domain/case-types/index.ts'
import { table } from '#web/components/table.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { draftAddress, fieldAddress } from './addresses.ts'
import { kindInWords, qualitiesOf } from './field-in-words.ts'
import { partButtons } from './part-buttons.ts'
import type { ShownDraft } from './shown-draft.ts'

/** The fields of a draft in order, each with the ways to change, move and remove it. */
export const fieldsPart = ({ draft, caseType }: ShownDraft, csrfToken: string): Html =>
  html`<h2 class="govuk-heading-m" id="fields">Fields of the form</h2>
    ${
      caseType.fields.length === 0
        ? html`<p class="govuk-body">The form asks nothing yet.</p>`
        : fieldTable(draft, caseType.fields, csrfToken)
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${draftAddress(draft)}/fields">Add a field</a>
    </p>`

const fieldTable = (draft: number, fields: readonly Field[], csrfToken: string): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-labelledby="fields">
    ${table({
      head: ['Field', 'Answer', 'Order and removal'].map((text) => ({ text })),
      rows: fields.map((field, at) => [
        {
          html: html`<a class="govuk-link" href="${fieldAddress(draft, field.id)}">${field.label}</a
            ><br />${field.id}`,
        },
        { html: html`${kindInWords(field)}: ${qualitiesOf(field).join(', ')}` },
        {
          html: partButtons({
            draft,
            part: `fields/${field.id}`,
            name: field.label,
            csrfToken,
            isFirst: at === 0,
            isLast: at === fields.length - 1,
          }),
        },
      ]),
    })}
  </div>`
