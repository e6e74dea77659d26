import { insetText } from '#web/components/inset-text.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { emptyForm, lineField, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import { withVersions } from '#web/layout/both-versions.ts'
import type { StoredForm } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** The form of a team; nothing is stored of one that is to be added. */
export type TeamForm = {
  /** Those who can manage it. */
  readonly people: readonly Choice[]
  readonly stored?: {
    readonly seen: string
    readonly code: string
    readonly name: string
    readonly department: string | null
    readonly directorate: string | null
    readonly manager: string | null
    readonly retireAddress: string
  }
}

/** The page on which a team is added or changed. */
export const teamFormView: FormView<TeamForm> = (model, given) => {
  const { stored } = model
  const form = withVersions(given, storedOf(model))
  return adminForm(
    {
      caption: 'Teams',
      heading: stored ? `Change the team ${stored.name}` : 'Add a team',
      back: { href: '/admin/teams', text: 'Back to teams' },
      submit: stored ? 'Save' : 'Add team',
      before: stored && aboutStored(stored),
      fields: html`${!stored && codeField(form)} ${fieldsOf(model, form)}`,
    },
    form,
  )
}

const aboutStored = ({ code, retireAddress }: NonNullable<TeamForm['stored']>): Html =>
  html`${insetText({ text: `The code ${code} stays: case types and programs name the team by it.` })}
    <p class="govuk-body">
      <a class="govuk-link" href="${retireAddress}">Retire this team</a>
    </p>`

const codeField = (form: Form): Html =>
  lineField(
    {
      name: 'Code',
      label: 'Code',
      hint: 'Short, such as PARKS. Case types and programs name the team by it; it cannot be changed later.',
    },
    form,
  )

const fieldsOf = ({ stored, people }: TeamForm, form: Form): Html => {
  const { name, department, directorate, manager } = stored ?? {}
  const line = (field: string, label: string, value: string | null | undefined): Html =>
    lineField({ name: field, label, value: value ?? undefined }, form)
  return html`${line('Name', 'Name', name)}
  ${line('Department', 'Department (optional)', department)}
  ${line('Directorate', 'Directorate (optional)', directorate)}
  ${selectField(
    {
      name: 'Manager',
      label: 'Manager (optional)',
      hint: 'Is told of what goes late in the team; may belong to another',
      none: 'Nobody',
      choices: people,
      value: manager ?? undefined,
    },
    form,
  )}`
}

const storedOf = ({ stored, people }: TeamForm): StoredForm | undefined =>
  stored && {
    seen: stored.seen,
    fields: [
      { name: 'Name', label: 'Name', value: stored.name },
      { name: 'Department', label: 'Department', value: stored.department },
      { name: 'Directorate', label: 'Directorate', value: stored.directorate },
      { name: 'Manager', label: 'Manager', value: stored.manager, choices: people },
    ],
  }

const form = emptyForm('/admin/teams/new')

const people = [{ value: 'iokafor', text: 'Okafor, Ife' }]

/** Examples of the page, by what they show. */
export const teamFormExamples: Examples<FormView<TeamForm>> = {
  'a team to change': [
    {
      people,
      stored: {
        seen: 'a',
        code: 'HOUSING',
        name: 'Housing',
        department: 'Homes',
        directorate: null,
        manager: 'iokafor',
        retireAddress: '/admin/teams/edit/HOUSING/retire',
      },
    },
    form,
  ],
  'a code that is taken': [
    { people },
    {
      ...form,
      typed: { Code: 'HOUSING' },
      flaws: [
        { parameter: 'Code', kind: 'invalid', message: 'A team has this code already' },
        { parameter: 'Name', kind: 'missing', message: 'Enter name' },
      ],
    },
  ],
}
