import { button } from '#web/components/button.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { dateAndTime } from '#web/layout/times.ts'

/** A name and what stands under it. */
export type Known = { readonly what: string; readonly text: string }

/** What is stored of a thing that is to be changed: its version, who changed it last, and how it stands. */
export type Stored = {
  readonly version: number
  readonly changedBy: string
  readonly changedAt: Date
  readonly known: readonly Known[]
}

/** What a form needs around its fields. */
export type Frame = {
  readonly caseNumber: string
  readonly heading: string
  readonly submit: string
  readonly stored?: Stored | undefined
  readonly fields: Interpolation
}

/** Where a page leads back to. */
type Back = { readonly href: string; readonly text: string }

/** What a page about a case shows under its heading. */
type Part = Pick<Frame, 'caseNumber' | 'heading'> & {
  readonly content: Interpolation
  readonly back: Back
}

/** A page about something of a case, with what is wrong above its heading. */
export const casePart = (part: Part, form: Pick<Form, 'flaws'>): Page => ({
  title: formTitle(`${part.heading}: case ${part.caseNumber}`, form),
  back: part.back,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span class="govuk-caption-l">Case ${part.caseNumber}</span>
      <h1 class="govuk-heading-l">${part.heading}</h1>
      ${part.content}
    </div>
  </div>`,
})

/** A page with a form about a case; where another has changed the thing, it shows what is stored now. */
export const caseForm = (frame: Frame & { readonly back: Back }, form: Form): Page =>
  casePart(
    {
      ...frame,
      content: html`${frame.stored && storedNow(frame.stored, form)}
        <form action="${form.action}" method="post" novalidate>
          ${csrfField(form.csrfToken)} ${frame.stored && versionField(frame.stored, form)}
          ${frame.fields} ${button({ text: frame.submit, preventDoubleClick: true })}
        </form>`,
    },
    form,
  )

const isConflict = (form: Form): boolean =>
  form.flaws.some(({ parameter }) => parameter === 'Version')

/** The version that was seen: once both are shown, saving again is meant; other flaws leave what was seen. */
export const versionField = ({ version }: Pick<Stored, 'version'>, form: Form): Html => {
  const seen = isConflict(form) ? version : (form.typed['Version'] ?? version)
  return html`<input type="hidden" name="Version" value="${seen}" />`
}

/** What is stored now, where another has changed it meanwhile. */
export const storedNow = ({ changedBy, changedAt, known }: Stored, form: Form): Html | false =>
  isConflict(form) &&
  html`<section id="Version" tabindex="-1" aria-labelledby="stored-now">
    <h2 class="govuk-heading-m" id="stored-now">What is stored now</h2>
    <p class="govuk-body">
      ${changedBy} changed it on
      <time datetime="${changedAt.toISOString()}">${dateAndTime(changedAt)}</time>. What you entered
      is in the form below, and takes its place if you save again.
    </p>
    ${summaryList({
      rows: known.map(({ what, text }) => ({ key: { text: what }, value: longText(text) })),
    })}
  </section>`

/** A text that somebody wrote, with its line breaks. */
export const longText = (text: string): { readonly html: Html } => ({
  html: html`<span class="app-answer">${text}</span>`,
})
