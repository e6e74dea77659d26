import { insetText } from '#web/components/inset-text.ts'
import { adminForm, rowButton } from '#web/admin/admin-form.ts'
import { emptyForm, lineField, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import { withVersions } from '#web/layout/both-versions.ts'
import type { StoredForm } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** Somebody who is to be changed, and what else can be done. */
export type StoredMember = {
  readonly seen: string
  readonly userName: string
  readonly fullName: string
  readonly email: string
  readonly jobTitle: string | undefined
  readonly role: string
  readonly teamCode: string | undefined
  /** How things stand, as a sentence. */
  readonly standing: string
  readonly ways: readonly { readonly href: string; readonly text: string }[]
  /** Whichever way there is to sign in again: none where the server sends no mail. */
  readonly button: { readonly address: string; readonly text: string } | false
}

/** The form of a person; nobody is stored where one is to be added. */
export type MemberForm = {
  readonly teams: readonly Choice[]
  readonly roles: readonly Choice[]
  readonly stored?: StoredMember
}

/** The page on which a person is added or changed. */
export const memberFormView: FormView<MemberForm> = (model, given) => {
  const form = withVersions(given, storedOf(model))
  return adminForm(
    {
      caption: 'People who work here',
      heading: model.stored ? `Change ${model.stored.fullName}` : 'Add a person',
      back: { href: '/admin/people', text: 'Back to people' },
      submit: model.stored ? 'Save' : 'Add person',
      before: model.stored && furtherWays(model.stored, form),
      fields: html`${personFields(model, form)} ${placeFields(model, form)}`,
    },
    form,
  )
}

const storedOf = ({ stored, roles, teams }: MemberForm): StoredForm | undefined =>
  stored && {
    seen: stored.seen,
    fields: [
      { name: 'FullName', label: 'Name', value: stored.fullName },
      { name: 'Email', label: 'E-mail address', value: stored.email },
      { name: 'JobTitle', label: 'Job title', value: stored.jobTitle },
      { name: 'Role', label: 'Role', value: stored.role, choices: roles },
      { name: 'TeamCode', label: 'Team', value: stored.teamCode, choices: teams },
    ],
  }

const furtherWays = ({ standing, ways, fullName, button }: StoredMember, form: Form): Html =>
  html`${insetText({ id: 'UserName', text: standing, attributes: { tabindex: '-1' } })}
    <ul class="govuk-list">
      ${ways.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
    </ul>
    ${
      button
        ? html`<div class="app-row-buttons app-entry__button">
            ${rowButton({ ...button, about: `for ${fullName}` }, form.csrfToken)}
          </div>`
        : html`<p class="govuk-body">
            This server sends no mail. To let somebody in who has lost their password, make a link
            with the command <code>user sign-in-link</code>.
          </p>`
    }`

const personFields = ({ stored }: MemberForm, form: Form): Html =>
  html`${lineField(
    {
      name: 'FullName',
      label: 'Name',
      hint: 'Family name first, as in Okafor, Ife',
      value: stored?.fullName,
    },
    form,
  )}
  ${lineField(
    {
      name: 'Email',
      label: 'E-mail address',
      hint: 'They sign in with it, and mails of their work go there',
      value: stored?.email,
    },
    form,
  )}
  ${
    !stored &&
    lineField(
      {
        name: 'NewUserName',
        label: 'User name (optional)',
        hint: 'Without one, what stands before the @ of the address. It cannot be changed later.',
      },
      form,
    )
  }
  ${lineField({ name: 'JobTitle', label: 'Job title (optional)', value: stored?.jobTitle }, form)}`

const placeFields = ({ teams, roles, stored }: MemberForm, form: Form): Html =>
  html`${selectField(
    {
      name: 'Role',
      label: 'Role',
      hint: 'What they may do',
      none: 'Select a role',
      choices: roles,
      value: stored?.role,
    },
    form,
  )}
  ${selectField(
    {
      name: 'TeamCode',
      label: 'Team (optional)',
      none: 'No team',
      choices: teams,
      value: stored?.teamCode,
    },
    form,
  )}`

const model: MemberForm = {
  teams: [{ value: 'HOUSING', text: 'Housing & <repairs>' }],
  roles: [{ value: 'case worker', text: 'Case worker' }],
}
const stored: StoredMember = {
  seen: 'a',
  userName: 'iokafor',
  fullName: 'Okafor, Ife',
  email: 'ife.okafor@demo.example',
  jobTitle: undefined,
  role: 'case worker',
  teamCode: 'HOUSING',
  standing: 'User name iokafor. 12 open cases and 3 open tasks.',
  ways: [
    { href: '/admin/people/edit/iokafor/hand-over', text: 'Hand over all open work' },
    { href: '/admin/people/edit/iokafor/disable', text: 'Disable' },
  ],
  button: {
    address: '/admin/people/edit/iokafor/password-link',
    text: 'Mail a link to set a new password',
  },
}
const form = emptyForm('/admin/people/new')

/** Examples of the page, by what they show. */
export const memberFormExamples: Examples<FormView<MemberForm>> = {
  'a new person': [model, form],
  'a person to change': [{ ...model, stored }, form],
  'a person who is disabled': [
    {
      ...model,
      stored: {
        ...stored,
        button: { address: '/admin/people/edit/iokafor/enable', text: 'Enable' },
        teamCode: undefined,
      },
    },
    form,
  ],
  'a person, where no mail is sent': [{ ...model, stored: { ...stored, button: false } }, form],
  'a person who may do more than the reader': [
    { ...model, stored },
    {
      ...form,
      typed: { FullName: 'Okafor, I', Email: 'nowhere' },
      flaws: [
        { parameter: 'UserName', kind: 'invalid', message: 'This person may do more than you' },
        { parameter: 'Email', kind: 'invalid', message: 'E-mail address must be one' },
      ],
    },
  ],
}
