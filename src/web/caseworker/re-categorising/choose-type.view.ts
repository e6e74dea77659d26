import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** The types under which a case can come. */
export type ChooseType = {
  readonly caseNumber: string
  readonly isClosed: boolean
  readonly caseType: string
  readonly types: readonly { readonly label: string; readonly href: string }[]
}

/** The page on which another type is chosen for a case. */
export const chooseTypeView: View<ChooseType> = (model) => ({
  title: `Put under another type: case ${model.caseNumber}`,
  content: html`<h1 class="govuk-heading-l">Put under another type</h1>
    ${whatCanBeDone(model)}`,
})

const whatCanBeDone = ({ isClosed, caseType, types }: ChooseType): Html => {
  if (isClosed) return html`<p class="govuk-body">This case is closed: reopen it first.</p>`
  if (types.length === 0)
    return html`<p class="govuk-body">There is no other type of case than ${caseType}.</p>`
  return html`<p class="govuk-body">
      This is a case of ${caseType}. Choose the type that it is a case of. You are shown what
      becomes of it before anything is changed.
    </p>
    <ul class="govuk-list govuk-list--spaced">
      ${types.map(({ label, href }) => html`<li class="app-entry__text"><a class="govuk-link" href="${href}">${label}</a></li>`)}
    </ul>`
}

const bare: ChooseType = { caseNumber: '1001', isClosed: false, caseType: 'Complaint', types: [] }

/** Examples of the page, by what they show. */
export const chooseTypeExamples: Examples<View<ChooseType>> = {
  'types to choose from': [
    {
      ...bare,
      types: [
        { label: 'Request for <information>', href: '/cases/1001/re-categorise/Information' },
        { label: `Enquiry ${'x'.repeat(80)}`, href: '/cases/1001/re-categorise/Enquiry' },
      ],
    },
  ],
  'a closed case': [{ ...bare, isClosed: true }],
}
