import { button } from '#web/components/button.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { storedNow, versionField } from '#web/forms/case-form.ts'
import type { Known } from '#web/forms/case-form.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { draftAddress } from './addresses.ts'
import type { ShownDraft } from './shown-draft.ts'

/** What a form about a draft needs around its fields. */
export type Frame = {
  readonly draft: ShownDraft
  readonly heading: string
  readonly submit: string
  readonly fields: Interpolation
  /** What is stored of the part now, for somebody on whose page another has changed it. */
  readonly known?: readonly Known[]
  readonly back?: { readonly href: string; readonly text: string }
  readonly isWarning?: boolean
}

/** A page with a form about a draft; where another has changed the draft, it shows what is stored now. */
export const draftForm = (frame: Frame, form: Form): Page => {
  const { draft, heading, submit, fields, known = [], isWarning = false } = frame
  const stored = { ...draft, known: known.filter(({ text }) => text !== '') }
  return {
    title: formTitle(`${heading}: ${draft.caseType.label}`, form),
    back: frame.back ?? { href: draftAddress(draft.draft), text: 'Back to the draft' },
    content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${flawSummary(form)}
        <span class="govuk-caption-l">${draft.caseType.label}</span>
        <h1 class="govuk-heading-l">${heading}</h1>
        ${storedNow(stored, form)}
        <form action="${form.action}" method="post" novalidate>
          ${csrfField(form.csrfToken)} ${versionField(stored, form)} ${fields}
          ${button({
            text: submit,
            preventDoubleClick: true,
            classes: isWarning ? 'govuk-button--warning' : undefined,
          })}
        </form>
      </div>
    </div>`,
  }
}

/** A box of a form: its name, label, hint, and whether it is ticked as stored. */
export type Box = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly isTicked: boolean
}

/** Boxes under one heading; once a form was sent, they stand as they were sent. */
export const boxesField = (title: string, boxes: readonly Box[], form: Form): Html => {
  const wasSent = form.flaws.length > 0
  return checkboxes({
    name: title,
    idPrefix: title.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: boxes.map(({ name }) => messageOf(form, name)).find((each) => each),
    items: boxes.map(({ name, label, hint, isTicked }) => ({
      id: name,
      name,
      value: 'true',
      text: label,
      hint: hint === undefined ? undefined : { text: hint },
      checked: wasSent ? form.typed[name] === 'true' : isTicked,
    })),
  })
}
