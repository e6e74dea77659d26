import { checkboxes } from '#web/components/checkboxes.ts'
import { insetText } from '#web/components/inset-text.ts'
import { warningText } from '#web/components/warning-text.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { agreePage, isToBeAgreed } from '#web/admin/calendars/agree-page.ts'
import { examplePreview, whatMoves, type Moves } from '#web/admin/calendars/preview-part.ts'
import { emptyForm, lineField, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import { storedSwitch, withVersions } from '#web/layout/both-versions.ts'
import type { StoredForm } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { lookAddress } from './look.view.ts'

/** Something that is on or off for the whole organisation. */
export type Switch = {
  readonly name: string
  readonly text: string
  readonly hint: string
  readonly isOn: boolean
}

/** The settings of an organisation. */
export type Settings = {
  readonly seen: string
  readonly name: string
  readonly title: string
  readonly nation: string
  readonly nations: readonly Choice[]
  readonly costLimitHours: string
  readonly costLimits: readonly Choice[]
  readonly secondFactor: string
  readonly secondFactors: readonly Choice[]
  readonly switches: readonly Switch[]
  /** What moves by the nation that was typed, where that is another. */
  readonly moves?: Moves | undefined
}

/** The page on which the settings of an organisation are changed. */
export const settingsView: FormView<Settings> = (model, given) =>
  model.moves && isToBeAgreed(given)
    ? agreePage(
        {
          caption: 'Settings of the organisation',
          before: whatMoves(model.moves),
          submit: 'Agree and save settings',
        },
        given,
      )
    : settingsForm(model, given)

const settingsForm: FormView<Settings> = (model, given) => {
  const form = withVersions(given, storedOf(model))
  return adminForm(
    {
      caption: 'Administration',
      heading: 'Settings of the organisation',
      back: { href: '/admin', text: 'Back to administration' },
      submit: 'Save settings',
      before: html`${insetText({
          text: `Addresses name the organisation ${model.name}; that cannot be changed here. Its time zone is that of London.`,
        })}
        <p class="govuk-body">
          <a class="govuk-link" href="${lookAddress}">Look of the pages: logo, colours, typeface</a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="/admin/settings/case-numbers">Numbers of cases</a>
        </p>`,
      fields: html`${wordFields(model, form)} ${factorField(model, form)}
      ${switchFields(model, form)}`,
    },
    form,
  )
}

const storedOf = (model: Settings): StoredForm => ({
  seen: model.seen,
  fields: [
    { name: 'Title', label: 'Name', value: model.title },
    { name: 'Nation', label: 'Nation', value: model.nation, choices: model.nations },
    {
      name: 'CostLimitHours',
      label: 'Cost limit of a request for information',
      value: model.costLimitHours,
      choices: model.costLimits,
    },
    {
      name: 'SecondFactor',
      label: 'Second factor of signing in',
      value: model.secondFactor,
      choices: model.secondFactors,
    },
    ...model.switches.map(({ name, text, isOn }) => storedSwitch(name, text, isOn)),
  ],
})

const wordFields = (model: Settings, form: Form): Html =>
  html`${lineField(
    { name: 'Title', label: 'Name', hint: 'What people call it', value: model.title },
    form,
  )}
  ${selectField(
    {
      name: 'Nation',
      label: 'Nation',
      hint: 'Dates go by its law and bank holidays; with another, open cases are counted anew',
      none: 'Select a nation',
      choices: model.nations,
      value: model.nation,
    },
    form,
  )}
  ${selectField(
    {
      name: 'CostLimitHours',
      label: 'Cost limit of a request for information',
      none: 'Select a limit',
      choices: model.costLimits,
      value: model.costLimitHours,
    },
    form,
  )}`

const factorField = ({ secondFactor, secondFactors }: Settings, form: Form): Html =>
  html`${
    secondFactor !== 'required' &&
    warningText({
      text: 'Not everybody must give a second factor here: whoever learns the password of somebody who has none can sign in as them.',
    })
  }
  ${selectField(
    {
      name: 'SecondFactor',
      label: 'Second factor of signing in',
      hint: 'A passkey, or a code of an authenticator app. Whoever has one is asked for it even where none is required.',
      none: 'Select a rule',
      choices: secondFactors,
      value: secondFactor,
    },
    form,
  )}`

const switchFields = ({ switches }: Settings, form: Form): Html =>
  checkboxes({
    name: 'Switches',
    idPrefix: 'switches',
    fieldset: { legend: { text: 'Switches', classes: 'govuk-fieldset__legend--m' } },
    items: switches.map(({ name, text, hint, isOn }) => ({
      id: name,
      name,
      value: 'true',
      text,
      hint: { text: hint },
      checked: form.flaws.length > 0 ? form.typed[name] === 'true' : isOn,
    })),
  })

const model: Settings = {
  seen: 'a',
  name: 'north',
  title: 'North <Council>',
  nation: 'wales',
  nations: [{ value: 'wales', text: 'Wales' }],
  costLimitHours: '18',
  costLimits: [{ value: '18', text: '18 hours' }],
  secondFactor: 'recommended',
  secondFactors: [{ value: 'recommended', text: 'Recommended' }],
  switches: [
    { name: 'IsStrict', text: 'Refuse other words', hint: 'Or they are kept', isOn: true },
  ],
}
const form = emptyForm('/admin/settings')

/** Examples of the page, by what they show. */
export const settingsExamples: Examples<FormView<Settings>> = {
  'settings as they stand': [model, form],
  'what another nation moves': [
    { ...model, moves: examplePreview },
    {
      ...form,
      typed: { Nation: 'scotland' },
      flaws: [{ parameter: 'Agreed', kind: 'missing', message: 'Agree to what moves' }],
    },
  ],
  'a name that is missing': [
    model,
    { ...form, typed: {}, flaws: [{ parameter: 'Title', kind: 'missing', message: 'Enter name' }] },
  ],
}
