import { markOf, seenParameter } from '#domain/seen/index.ts'
import { table } from '#web/components/table.ts'
import type { Form } from './form-page.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** A field of a form with what is stored of it, as the form sends it when nobody touches it. */
export type StoredField = {
  readonly name: string
  readonly label: string
  readonly value: string | null | undefined
  /** What can be chosen, in words, where the field is no text. */
  readonly choices?: readonly { readonly value: string; readonly text: string }[]
}

/** What is stored of a thing that is to be changed, and the mark by which the operation knows it. */
export type StoredForm = { readonly seen: string; readonly fields: readonly StoredField[] }

/** What a form says of the versions of a thing: which it was opened with, and what another has changed since. */
export type Versions = {
  readonly marks: readonly { readonly name: string; readonly mark: string }[]
  readonly changed: readonly {
    readonly label: string
    readonly now: string
    readonly own: string
  }[]
  readonly isConflict: boolean
}

/** A field for something that is on or off. */
export const storedSwitch = (name: string, label: string, isOn: boolean): StoredField => ({
  name,
  label,
  value: isOn ? 'true' : '',
  choices: [
    { value: 'true', text: 'Yes' },
    { value: '', text: 'No' },
  ],
})

/**
 * The form as it is to be drawn: where somebody else has changed the thing meanwhile, what was typed stays, what was
 * left alone is as it is stored now, and sending it again is meant. Nothing stored, nothing to compare.
 */
export function withVersions(form: Form, stored: StoredForm | undefined): Form {
  if (!stored) return form
  const isConflict = form.flaws.some(({ parameter }) => parameter === 'Seen')
  const fields = stored.fields.map((field) => versionOf(field, form))
  const left = fields.filter(({ isChanged, isTouched }) => isConflict && isChanged && !isTouched)
  const changed = fields.filter(({ isChanged, isSame }) => isConflict && isChanged && !isSame)
  return {
    ...form,
    typed: { ...form.typed, ...Object.fromEntries(left.map(({ name, now }) => [name, now])) },
    versions: {
      marks: [
        { name: 'Seen', mark: isConflict ? stored.seen : (form.typed['Seen'] ?? stored.seen) },
        ...fields.map(({ name, mark, seen }) => ({
          name: seenParameter(name),
          mark: isConflict ? mark : (seen ?? mark),
        })),
      ],
      changed: changed.map(({ label, words, now, own, isTouched }) => ({
        label,
        now: words(now),
        own: isTouched ? words(own) : 'You left it as it was',
      })),
      isConflict,
    },
  }
}

function versionOf({ name, label, value, choices = [] }: StoredField, { typed }: Form) {
  const now = clean(value ?? '')
  const own = clean(typed[name] ?? '')
  const mark = markOf(now)
  const seen = typed[seenParameter(name)]
  const words = (written: string): string =>
    (choices.find((choice) => choice.value === written)?.text ?? written) || 'Nothing'
  const isChanged = seen !== undefined && seen !== mark
  return {
    name,
    label,
    now,
    own,
    mark,
    seen,
    words,
    isChanged,
    isTouched: markOf(own) !== seen,
    isSame: own === now,
  }
}

const clean = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** The hidden fields that tell with which version a form was opened. */
export const versionFields = ({ versions }: Form): Html =>
  html`${(versions?.marks ?? []).map(
    ({ name, mark }) => html`<input type="hidden" name="${name}" value="${mark}" />`,
  )}`

/** Both versions by field, where somebody else has changed the thing since the form was opened. */
export const bothVersions = ({ versions }: Form): Html | false =>
  versions?.isConflict === true &&
  html`<section id="Seen" tabindex="-1" aria-labelledby="both-versions">
    <h2 class="govuk-heading-m" id="both-versions">What somebody else has changed</h2>
    ${
      versions.changed.length === 0
        ? html`<p class="govuk-body">Nothing that stands against what you entered: save again.</p>`
        : html`<p class="govuk-body">
              What you entered is in the form below, and takes the place of what is stored if you
              save again. What you left alone is shown as it is stored now.
            </p>
            ${versionTable(versions)}`
    }
  </section>`

const versionTable = ({ changed }: Versions): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-label="Both versions">
    ${table({
      firstCellIsHeader: true,
      head: [{ text: 'Field' }, { text: 'Stored now' }, { text: 'You entered' }],
      rows: changed.map(({ label, now, own }) => [{ text: label }, written(now), written(own)]),
    })}
  </div>`

/** A text with its line breaks. */
const written = (text: string) => ({ html: html`<span class="app-answer">${text}</span>` })
