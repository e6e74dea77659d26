import { checkboxes } from '#web/components/checkboxes.ts'
import { input } from '#web/components/input.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { areaField, emptyForm, lineField } from '#web/forms/fields.ts'
import { storedSwitch, withVersions } from '#web/layout/both-versions.ts'
import type { StoredForm } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { singleSignOnAddress } from './provider-addresses.ts'

/** The settings as they are kept: never the secret itself. */
export type StoredProvider = {
  readonly seen: string
  readonly isOn: boolean
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  readonly hasSecret: boolean
  readonly scopes: string
  readonly groupsClaim: string
  readonly groupRoles: string
  readonly admitsUnknown: boolean
  readonly admitsOtherWays: boolean
}

/** What the form shows beside the settings. */
export type ProviderForm = {
  readonly stored: StoredProvider | undefined
  readonly roles: readonly string[]
  readonly redirectAddress: string
}

/** The page on which single sign-on is set up or changed. */
export const providerFormView: FormView<ProviderForm> = (model, given) => {
  const form = withVersions(given, storedOf(model))
  return adminForm(
    {
      caption: 'Administration',
      heading: model.stored ? 'Change single sign-on' : 'Set up single sign-on',
      back: { href: singleSignOnAddress, text: 'Back to single sign-on' },
      submit: 'Save',
      before: html`<p class="govuk-body">
          First register Casewright with your provider as a web application with this address:
        </p>
        ${summaryList({
          rows: [{ key: { text: 'Redirect address' }, value: { text: model.redirectAddress } }],
        })}`,
      fields: html`${clientFields(model, form)} ${groupFields(model, form)} ${switches(model, form)}`,
    },
    form,
  )
}

const storedOf = ({ stored }: ProviderForm): StoredForm | undefined =>
  stored && {
    seen: stored.seen,
    fields: [
      { name: 'Label', label: 'What people call the provider', value: stored.label },
      { name: 'Issuer', label: 'Issuer', value: stored.issuer },
      { name: 'ClientId', label: 'Client id', value: stored.clientId },
      { name: 'Scopes', label: 'Scopes', value: stored.scopes },
      { name: 'GroupsClaim', label: 'Claim that holds the groups', value: stored.groupsClaim },
      { name: 'GroupRoles', label: 'Groups and roles', value: stored.groupRoles },
      storedSwitch('IsOtherWayAllowed', 'A password or a passkey too', stored.admitsOtherWays),
      storedSwitch('IsOn', 'People can sign in with it', stored.isOn),
      storedSwitch('IsUnknownAdmitted', 'New people are let in', stored.admitsUnknown),
    ],
  }

const clientFields = ({ stored }: ProviderForm, form: Form): Html =>
  html`${lineField(
    {
      name: 'Label',
      label: 'What people call the provider',
      hint: 'It stands on the button, such as “North Council account”',
      value: stored?.label,
    },
    form,
  )}
  ${lineField(
    {
      name: 'Issuer',
      label: 'Issuer',
      hint: 'The address by which the provider calls itself; it begins with https://',
      value: stored?.issuer,
    },
    form,
  )}
  ${lineField({ name: 'ClientId', label: 'Client id', value: stored?.clientId }, form)}
  ${secretField(stored?.hasSecret ?? false, form)}
  ${lineField(
    {
      name: 'Scopes',
      label: 'Scopes',
      hint: 'What the provider is asked to tell, parted by spaces; openid is always among them',
      value: stored?.scopes ?? 'openid email profile',
    },
    form,
  )}`

const secretField = (isKept: boolean, form: Form): Html =>
  input({
    name: 'ClientSecret',
    type: 'password',
    label: { text: 'Client secret', classes: 'govuk-label--s' },
    hint: {
      text: isKept
        ? 'One is kept and not shown again. Leave this empty to keep it.'
        : 'It is kept sealed and not shown again',
    },
    errorMessage: messageOf(form, 'ClientSecret'),
    autocomplete: 'off',
    spellcheck: false,
  })

const groupFields = ({ stored, roles }: ProviderForm, form: Form): Html =>
  html`${lineField(
    {
      name: 'GroupsClaim',
      label: 'Claim that holds the groups',
      hint: 'Its name, such as groups or roles; a path such as realm_access.roles where it lies within another',
      value: stored?.groupsClaim ?? 'groups',
    },
    form,
  )}
  ${areaField(
    {
      name: 'GroupRoles',
      label: 'Groups and roles',
      hint: `One on each line: the group as the provider writes it, an equals sign, the role. The first line that fits counts, at each visit. Roles: ${roles.join(', ')}`,
      value: stored?.groupRoles,
    },
    form,
  )}`

const switches = ({ stored }: ProviderForm, form: Form): Html => {
  const isTicked = (name: string, isKept: boolean): boolean =>
    form.flaws.length > 0 ? form.typed[name] === 'true' : isKept
  const flaw = messageOf(form, 'IsOtherWayAllowed')
  return checkboxes({
    name: 'Switches',
    idPrefix: 'IsOtherWayAllowed',
    fieldset: { legend: { text: 'Who signs in, and how', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: flaw,
    items: [
      {
        name: 'IsOtherWayAllowed',
        value: 'true',
        text: 'People may also sign in with a password or a passkey',
        hint: {
          text: 'If not, only the provider lets people in, and one-time links where it is away.',
        },
        checked: isTicked('IsOtherWayAllowed', stored?.admitsOtherWays ?? true),
      },
      {
        name: 'IsOn',
        value: 'true',
        text: 'People can sign in with the provider',
        checked: isTicked('IsOn', stored?.isOn ?? true),
      },
      {
        name: 'IsUnknownAdmitted',
        value: 'true',
        text: 'New people are let in if a group gives them a role',
        hint: { text: 'If not, somebody must be added under People before they can sign in.' },
        checked: isTicked('IsUnknownAdmitted', stored?.admitsUnknown ?? false),
      },
    ],
  })
}

const model: ProviderForm = {
  stored: {
    seen: 'a',
    isOn: true,
    label: 'North <Council> account',
    issuer: 'https://login.north.example',
    clientId: 'casework',
    hasSecret: true,
    scopes: 'openid email profile',
    groupsClaim: 'groups',
    groupRoles: 'staff = case worker',
    admitsUnknown: false,
    admitsOtherWays: true,
  },
  roles: ['administrator', 'case worker'],
  redirectAddress: 'https://cases.north.example/sign-in/north/single-sign-on/answer',
}
const form = emptyForm(`${singleSignOnAddress}/edit`)

/** Examples of the page, by what they show. */
export const providerFormExamples: Examples<FormView<ProviderForm>> = {
  'settings that cannot be kept so': [
    model,
    {
      ...form,
      typed: { GroupRoles: 'staff' },
      flaws: [
        {
          parameter: 'GroupRoles',
          kind: 'invalid',
          message: 'Line 1 of the groups needs a group, an equals sign and a role',
        },
        {
          parameter: 'IsOtherWayAllowed',
          kind: 'invalid',
          message:
            'The other ways can be switched off once an administrator has signed in with this provider',
        },
      ],
    },
  ],
}
