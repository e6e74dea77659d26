import { insetText } from '#web/components/inset-text.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { emptyForm, lineField } from '#web/caseworker/complaint/form-parts.ts'
import { withVersions } from '#web/layout/both-versions.ts'
import type { StoredForm } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** The form of a team; nothing is stored of one that is to be added. */
export type TeamForm = {
  readonly stored?: {
    readonly seen: string
    readonly code: string
    readonly name: string
    readonly department: string | undefined
    readonly directorate: string | undefined
  }
}

/** The page on which a team is added or changed. */
export const teamFormView: FormView<TeamForm> = ({ stored }, given) => {
  const form = withVersions(given, storedOf(stored))
  return adminForm(
    {
      caption: 'Teams',
      heading: stored ? `Change the team ${stored.name}` : 'Add a team',
      back: { href: '/admin/teams', text: 'Back to teams' },
      submit: stored ? 'Save' : 'Add team',
      before:
        stored &&
        insetText({
          text: `The code ${stored.code} stays: case types and programs name the team by it.`,
        }),
      fields: html`${
        !stored &&
        lineField(
          {
            name: 'Code',
            label: 'Code',
            hint: 'Short, such as PARKS. Case types and programs name the team by it; it cannot be changed later.',
          },
          form,
        )
      }
      ${lineField({ name: 'Name', label: 'Name', value: stored?.name }, form)}
      ${lineField(
        { name: 'Department', label: 'Department (optional)', value: stored?.department },
        form,
      )}
      ${lineField(
        { name: 'Directorate', label: 'Directorate (optional)', value: stored?.directorate },
        form,
      )}`,
    },
    form,
  )
}

const storedOf = (stored: TeamForm['stored']): StoredForm | undefined =>
  stored && {
    seen: stored.seen,
    fields: [
      { name: 'Name', label: 'Name', value: stored.name },
      { name: 'Department', label: 'Department', value: stored.department },
      { name: 'Directorate', label: 'Directorate', value: stored.directorate },
    ],
  }

const form = emptyForm('/admin/teams/new')

/** Examples of the page, by what they show. */
export const teamFormExamples: Examples<FormView<TeamForm>> = {
  'a new team': [{}, form],
  'a team to change': [
    {
      stored: {
        seen: 'a',
        code: 'HOUSING',
        name: 'Housing',
        department: 'Homes',
        directorate: undefined,
      },
    },
    form,
  ],
  'a code that is taken': [
    {},
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
