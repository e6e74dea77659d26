import { tag } from '#web/components/tag.ts'
import type { TableCell } from '#web/components/table.ts'
import { html } from '#web/layout/html.ts'

type Shown = {
  readonly caseNumber: string
  readonly address: string
  readonly label: string
  readonly isConfidential: boolean
  readonly isChanged?: boolean
}

/** The cell of a list that says which case it is, and leads there. */
export const caseCell = (shown: Shown): TableCell => ({
  classes: 'app-list__what',
  html: html`<a class="govuk-link" href="${shown.address}"
      ><span class="govuk-visually-hidden">Case </span>${shown.caseNumber}</a
    >
    ${shown.isConfidential && tag({ text: 'Confidential', classes: 'govuk-tag--red' })}
    ${shown.isChanged && tag({ text: 'Changed', classes: 'govuk-tag--grey' })}
    <span class="app-list__minor">${shown.label}</span>`,
})
