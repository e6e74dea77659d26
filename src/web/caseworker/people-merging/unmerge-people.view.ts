import { button } from '#web/components/button.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** Two merged records, and what taking them apart does. */
export type UnmergePeople = {
  readonly kept: { readonly name: string; readonly href: string }
  readonly other: string
  readonly merged: string
  /** What is put back of the record that was kept, and what somebody has changed since. */
  readonly back: readonly string[]
  readonly stays: readonly string[]
}

/** The page on which merged records are taken apart. */
export const unmergePeopleView: FormView<UnmergePeople> = (model, form) => ({
  title: formTitle(`Take merged records apart: ${model.kept.name}`, form),
  back: { href: model.kept.href, text: `Back to ${model.kept.name}` },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <h1 class="govuk-heading-l">Take merged records apart</h1>
      <p class="govuk-body">
        The record of ${model.other} went into that of ${model.kept.name}: ${model.merged}. It will
        stand for itself again, with the cases, contact details and alerts that it brought. What
        came to ${model.kept.name} since stays there.
      </p>
      ${model.back.length > 0 && listed('Put back as it was before', model.back)}
      ${model.stays.length > 0 && listed('Changed since, and so left as it is', model.stays)}
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)} ${button({ text: 'Take apart', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const listed = (heading: string, all: readonly string[]): Html =>
  html`<h2 class="govuk-heading-s">${heading}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${all.map((text) => html`<li>${text}</li>`)}
    </ul>`

/** Examples of the page, by what they show. */
export const unmergePeopleExamples: Examples<FormView<UnmergePeople>> = {
  'a merge after which something was changed': [
    {
      kept: { name: 'Ms Ife Okafor', href: '/people/1' },
      other: 'I <Okafor>',
      merged: 'merged by Adeyemi, Bo on 3 July 2026',
      back: ['Phone', 'Address'],
      stays: ['E-mail address'],
    },
    { action: '/people/merges/1/undo', csrfToken: 'example', typed: {}, flaws: [] },
  ],
}
