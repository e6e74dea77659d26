import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import { select } from '#web/components/select.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { textarea } from '#web/components/textarea.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { complaintAddress } from './addresses.ts'

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

/** A page with a form about a complaint. */
export const complaintForm = (frame: Frame, form: Form): Page =>
  caseForm(
    {
      ...frame,
      back: { href: complaintAddress(frame.caseNumber), text: 'Back to points and remedies' },
    },
    form,
  )

/** Where a page leads back to. */
type Back = { readonly href: string; readonly text: string }

/** A page with a form about a case; where another has changed the thing, it shows what is stored now. */
export const caseForm = (frame: Frame & { readonly back: Back }, form: Form): Page => ({
  title: formTitle(`${frame.heading}: case ${frame.caseNumber}`, form),
  back: frame.back,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span class="govuk-caption-l">Case ${frame.caseNumber}</span>
      <h1 class="govuk-heading-l">${frame.heading}</h1>
      ${frame.stored && storedNow(frame.stored, form)}
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)} ${frame.stored && versionField(frame.stored, form)}
        ${frame.fields} ${button({ text: frame.submit, preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

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

/** One field of a form: its name, label, what is stored, and what is to be said of it. */
export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string | undefined
}

const common = ({ name, label, hint, value }: Field, form: Form) => ({
  name,
  label: { text: label, classes: 'govuk-label--s' },
  hint: hint === undefined ? undefined : { text: hint },
  value: form.typed[name] ?? value,
  errorMessage: messageOf(form, name),
})

/** A field for a text of several lines. */
export const areaField = (field: Field, form: Form): Html =>
  textarea({ ...common(field, form), rows: 5, spellcheck: true })

/** A field for a line of text. */
export const lineField = (field: Field, form: Form): Html => input({ ...common(field, form) })

/** A field for a date, which is stored as YYYY-MM-DD and shown day first. */
export const dateField = ({ value, ...field }: Field, form: Form): Html =>
  input({
    ...common({ ...field, hint: 'For example, 21/5/2026', value: value && dayFirst(value) }, form),
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
  })

/** A date day first, as it is shown to be changed. */
export const dayFirst = (date: string): string => date.split('-').toReversed().join('/')

/** A field for an amount of money. */
export const moneyField = (field: Field, form: Form): Html =>
  input({
    ...common(field, form),
    classes: 'govuk-input--width-10',
    inputmode: 'decimal',
    prefix: { text: '£' },
    spellcheck: false,
  })

/** One of a list; `none` says what choosing nothing means. */
export const selectField = (
  field: Field & {
    readonly none: string
    readonly choices: readonly Choice[]
    readonly groups?: readonly ChoiceGroup[]
  },
  form: Form,
): Html => {
  const { value, ...given } = common(field, form)
  const items = [{ value: '', text: field.none }, ...field.choices]
  return select({ ...given, value: value ?? '', items, groups: field.groups })
}

/** A value of a list and the words for it. */
export type Choice = { readonly value: string; readonly text: string }

/** Values of a list under a heading. */
export type ChoiceGroup = { readonly label: string; readonly items: readonly Choice[] }

/** Those who can see to something. */
export type Owners = { readonly people: readonly Choice[]; readonly teams: readonly Choice[] }

/** Who is stored to see to something, and what there is to say of it: that it may be left open, or must not be. */
export type StoredOwner = {
  readonly person?: string | undefined
  readonly team?: string | undefined
  readonly isRequired?: boolean
}

/** The fields that say who sees to something: a person, a team or both, of which one can be required. */
export const ownerFields = (
  { people, teams }: Owners,
  { isRequired = false, ...stored }: StoredOwner,
  form: Form,
): Html =>
  html`${selectField(
    {
      name: 'UserName',
      label: isRequired ? 'Person who sees to it' : 'Person who sees to it (optional)',
      ...(isRequired ? { hint: 'Select a person, a team, or a person and the team' } : {}),
      none: 'Nobody by name',
      choices: people,
      value: stored.person,
    },
    form,
  )}
  ${selectField(
    {
      name: 'TeamCode',
      label: isRequired ? 'Team that sees to it' : 'Team that sees to it (optional)',
      none: 'No team',
      choices: teams,
      value: stored.team,
    },
    form,
  )}`

/** A form as it is when it is opened, for examples. */
export const emptyForm = (action: string): Form => ({
  action,
  csrfToken: 'example',
  typed: {},
  flaws: [],
})
