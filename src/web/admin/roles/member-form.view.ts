import { button } from '#web/components/button.ts'
import { emptyForm, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { rolesAddress } from './role-addresses.ts'

/** The people, teams and roles there are. */
export type MemberForm = {
  readonly people: readonly Choice[]
  readonly teams: readonly Choice[]
  readonly roles: readonly Choice[]
}

const heading = 'Give somebody a role in a team'

/** The page on which somebody is given a role in a team. */
export const memberFormView: FormView<MemberForm> = ({ people, teams, roles }, form) => ({
  title: formTitle(heading, form),
  back: { href: rolesAddress, text: 'Back to roles' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <h1 class="govuk-heading-l">${heading}</h1>
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)}
        ${selectField(
          { name: 'UserName', label: 'Person', none: 'Select a person', choices: people },
          form,
        )}
        ${selectField(
          { name: 'TeamCode', label: 'Team', none: 'Select a team', choices: teams },
          form,
        )}
        ${selectField(
          { name: 'Role', label: 'Role in the team', none: 'Select a role', choices: roles },
          form,
        )}
        ${button({ text: 'Give role', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const model: MemberForm = {
  people: [{ value: 'iokafor', text: 'Okafor, Ife' }],
  teams: [{ value: 'HOUSING', text: 'Housing & <repairs>' }],
  roles: [{ value: 'manager', text: 'Manager' }],
}
const form = emptyForm('/admin/roles/members/new')

/** Examples of the page, by what they show. */
export const memberFormExamples: Examples<FormView<MemberForm>> = {
  'an empty form': [model, form],
  'nobody selected': [
    model,
    {
      ...form,
      typed: { Role: 'manager' },
      flaws: [{ parameter: 'UserName', kind: 'missing', message: 'Select a person' }],
    },
  ],
}
