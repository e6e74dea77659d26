import { input } from '#web/components/input.ts'
import { select } from '#web/components/select.ts'
import { textarea } from '#web/components/textarea.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

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
