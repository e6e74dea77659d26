import { checkboxes } from '#web/components/checkboxes.ts'
import { insetText } from '#web/components/inset-text.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { areaField, emptyForm, lineField } from '#web/forms/fields.ts'
import { storedSwitch, withVersions } from '#web/layout/both-versions.ts'
import type { StoredForm } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** The form of a value; nothing is stored of one that is to be added. */
export type OptionForm = {
  readonly list: string
  readonly listAddress: string
  readonly isGrouped: boolean
  readonly isRenamable: boolean
  readonly stored?: {
    readonly seen: string
    readonly value: string
    readonly label: string | undefined
    readonly synonyms: readonly string[]
    readonly isAccepted: boolean
  }
}

/** The page on which a value is added or changed. */
export const optionFormView: FormView<OptionForm> = (model, given) => {
  const form = withVersions(given, storedOf(model))
  return adminForm(
    {
      caption: model.list,
      heading: model.stored ? 'Change a value' : 'Add a value',
      back: { href: model.listAddress, text: `Back to ${model.list}` },
      submit: model.stored ? 'Save' : 'Add value',
      before: model.stored && insetText({ text: whatNameMeans(model) }),
      fields: html`${nameFields(model, form)} ${model.stored && storedFields(model.stored, form)}`,
    },
    form,
  )
}

const storedOf = ({ stored }: OptionForm): StoredForm | undefined =>
  stored && {
    seen: stored.seen,
    fields: [
      { name: 'Value', label: 'Name', value: stored.value },
      { name: 'Label', label: 'Wording on screens', value: stored.label },
      { name: 'Synonyms', label: 'Other words for it', value: stored.synonyms.join('\n') },
      storedSwitch('IsAccepted', 'Programs may send it', stored.isAccepted),
    ],
  }

const whatNameMeans = ({ isRenamable }: OptionForm): string =>
  isRenamable
    ? 'Cases keep the name they were given. If you change it, the new name is offered from now on, and the old one is kept below as another word for it. Rules of case types and reports that look for the old name go on looking for it: change those yourself.'
    : 'Programs and records go by this name, so it cannot be changed. To replace it, add another value and retire this one.'

const nameFields = ({ isGrouped, stored }: OptionForm, form: Form): Html =>
  html`${lineField({ name: 'Value', label: 'Name', value: stored?.value }, form)}
  ${
    isGrouped &&
    !stored &&
    lineField(
      { name: 'Group', label: 'Group (optional)', hint: 'The heading under which it is offered' },
      form,
    )
  }
  ${lineField(
    {
      name: 'Label',
      label: 'Wording on screens (optional)',
      hint: 'If people are to read something else than the name',
      value: stored?.label,
    },
    form,
  )}`

const storedFields = (stored: NonNullable<OptionForm['stored']>, form: Form): Html =>
  html`${areaField(
    {
      name: 'Synonyms',
      label: 'Other words for it (optional)',
      hint: 'What programs send instead of the name, one on each line. Case and outer spaces do not matter.',
      value: stored.synonyms.join('\n'),
    },
    form,
  )}
  ${checkboxes({
    name: 'IsAccepted',
    idPrefix: 'IsAccepted',
    items: [
      {
        value: 'true',
        text: 'Programs may send it',
        hint: { text: 'People are offered it either way.' },
        checked: form.flaws.length > 0 ? form.typed['IsAccepted'] === 'true' : stored.isAccepted,
      },
    ],
  })}`

const model: OptionForm = {
  list: 'Note type',
  listAddress: '/admin/options/note-type',
  isGrouped: false,
  isRenamable: true,
}
const stored = {
  seen: 'a',
  value: 'Visit <report>',
  label: undefined,
  synonyms: ['Visit', 'Home visit'],
  isAccepted: true,
}
const form = emptyForm('/admin/options/note-type/new')

/** Examples of the page, by what they show. */
export const optionFormExamples: Examples<FormView<OptionForm>> = {
  'a new value': [model, form],
  'a new classification': [{ ...model, list: 'Classification', isGrouped: true }, form],
  'a value to change': [{ ...model, stored }, form],
  'a value that keeps its name': [{ ...model, isRenamable: false, stored }, form],
  'a value that is there already': [
    { ...model, stored },
    {
      ...form,
      typed: { Value: 'Telephone', IsAccepted: 'true' },
      flaws: [{ parameter: 'Value', kind: 'invalid', message: 'The list has “Telephone” already' }],
    },
  ],
}
