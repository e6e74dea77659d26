import { button } from '#web/components/button.ts'
import { insetText } from '#web/components/inset-text.ts'
import { radios } from '#web/components/radios.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { personField, reason, teamField } from './target-fields.ts'

export { assignCaseExamples } from './assign-case-examples.ts'

type Named = { readonly value: string; readonly text: string }

/** What the page shows beside its form: who has the case, and who can have it. */
export type AssignCase = {
  readonly caseNumber: string
  readonly caseAddress: string
  readonly holder: string
  /** Who has the case, as the form remembers it. */
  readonly seen: string
  readonly mayTake: boolean
  readonly people: readonly Named[]
  readonly teams: readonly Named[]
  /** Where it is put back into its queue, if a person has it. */
  readonly unassignAddress: string | undefined
}

/** The page on which a case is assigned. */
export const assignCaseView: FormView<AssignCase> = (model, form) => ({
  title: formTitle(`Assign case ${model.caseNumber}`, form),
  back: { href: model.caseAddress, text: `Back to case ${model.caseNumber}` },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span class="govuk-caption-l">Case ${model.caseNumber}</span>
      <h1 class="govuk-heading-l">Assign case</h1>
      ${insetText({ id: 'Seen', text: model.holder, attributes: { tabindex: '-1' } })}
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)}
        <input type="hidden" name="Seen" value="${seenNow(model, form)}" />
        ${target(model, form)} ${reason(form)}
        ${button({ text: 'Assign case', preventDoubleClick: true })}
      </form>
      ${model.unassignAddress !== undefined && unassign(model.unassignAddress, form)}
    </div>
  </div>`,
})

// once it is shown who has it now, sending the form again is meant
const seenNow = ({ seen }: AssignCase, form: Form): string =>
  messageOf(form, 'Seen') ? seen : (form.typed['Seen'] ?? seen)

// nothing is hidden until it is chosen: a radio that opens something is not allowed to say so (axe)
const target = ({ mayTake, people, teams }: AssignCase, form: Form): Html =>
  html`${radios({
    name: 'To',
    fieldset: { legend: { text: 'Who is to have it', classes: 'govuk-fieldset__legend--m' } },
    value: form.typed['To'],
    errorMessage: messageOf(form, 'To'),
    items: [
      mayTake && { value: 'me', text: 'Me' },
      { value: 'person', text: 'A person' },
      { value: 'team', text: 'The queue of a team' },
    ],
  })}
  ${personField(people, form)} ${teamField(teams, form)}`

const unassign = (address: string, { csrfToken }: Form): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      text: 'Put back into the queue',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
  </form>`
