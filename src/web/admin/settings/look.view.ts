import type { Typeface } from '#domain/organisations/index.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { input } from '#web/components/input.ts'
import { emptyForm, selectField, type Choice } from '#web/forms/fields.ts'
import { withVersions } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** Where the look of the pages is changed. */
export const lookAddress = '/admin/settings/look'

/** Typefaces in words. */
export const typefacesInWords: Readonly<Record<Typeface, string>> = {
  device: 'That of the device',
  arial: 'Arial',
  verdana: 'Verdana',
  georgia: 'Georgia',
}

/** How the pages of an organisation look. */
export type LookModel = {
  readonly seen: string
  readonly headerColour: string
  readonly buttonColour: string
  readonly typeface: string
  readonly typefaces: readonly Choice[]
  readonly hasLogo: boolean
}

/** The page on which the colours and the typeface of the organisation's pages are changed. */
export const lookView: FormView<LookModel> = (model, given) => {
  const form = withVersions(given, {
    seen: model.seen,
    fields: [
      { name: 'HeaderColour', label: headerLabel, value: model.headerColour },
      { name: 'ButtonColour', label: buttonLabel, value: model.buttonColour },
      { name: 'Typeface', label: 'Typeface', value: model.typeface, choices: model.typefaces },
    ],
  })
  return adminForm(
    {
      caption: 'Settings of the organisation',
      heading: 'Look of the pages',
      back: { href: '/admin/settings', text: 'Back to settings' },
      submit: 'Save look',
      before: html`<p class="govuk-body">
        <a class="govuk-link" href="${lookAddress}/logo"
          >${model.hasLogo ? 'Change the logo' : 'Add a logo'}</a
        >
      </p>`,
      fields: html`${colourField({ name: 'HeaderColour', label: headerLabel }, model.headerColour, form)}
      ${colourField({ name: 'ButtonColour', label: buttonLabel }, model.buttonColour, form)}
      ${selectField(
        {
          name: 'Typeface',
          label: 'Typeface',
          none: 'Select a typeface',
          choices: model.typefaces,
          value: model.typeface,
        },
        form,
      )}
      ${model.hasLogo && logoField(form)}`,
    },
    form,
  )
}

const headerLabel = 'Colour of the header'
const buttonLabel = 'Colour of buttons'

type Named = { readonly name: string; readonly label: string }

const colourField = ({ name, label }: Named, value: string, form: Form): Html =>
  input({
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: 'Dark enough for white words, such as #1f3d4d' },
    value: form.typed[name] ?? value,
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: messageOf(form, name),
  })

const logoField = (form: Form): Html =>
  checkboxes({
    name: 'IsWithoutLogo',
    fieldset: { legend: { text: 'Logo', classes: 'govuk-fieldset__legend--s' } },
    items: [
      {
        value: 'true',
        text: 'Take the logo away',
        checked: form.typed['IsWithoutLogo'] === 'true',
      },
    ],
  })

/** Examples of the page, by what they show. */
export const lookExamples: Examples<FormView<LookModel>> = {
  'a colour that is too light': [
    {
      seen: 'a',
      headerColour: '#1f3d4d',
      buttonColour: '#0f7a52',
      typeface: 'device',
      typefaces: [{ value: 'device', text: 'That of the device' }],
      hasLogo: true,
    },
    {
      ...emptyForm(lookAddress),
      typed: { HeaderColour: '#ffdd00' },
      flaws: [
        {
          parameter: 'HeaderColour',
          kind: 'invalid',
          message: 'Colour of the header must be darker',
        },
      ],
    },
  ],
}
