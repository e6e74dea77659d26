import { summaryList } from '#web/components/summary-list.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import type { Known } from '#web/forms/case-form.ts'
import { emptyForm, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A team that is to be retired: what belongs to it, and who can take it. */
export type Retiring = {
  readonly name: string
  readonly code: string
  readonly address: string
  readonly held: readonly Known[]
  readonly caseTypes: readonly string[]
  readonly others: readonly Choice[]
}

/** The page on which a team is retired. */
export const retireTeamView: FormView<Retiring> = (model, form) =>
  adminForm(
    {
      caption: 'Teams',
      heading: `Retire the team ${model.name}`,
      back: { href: model.address, text: `Back to ${model.name}` },
      submit: 'Retire team',
      isWarning: true,
      before: whatGoes(model),
      fields: selectField(
        {
          name: 'Heir',
          label: 'Team that takes its place',
          none: 'Select a team',
          choices: model.others,
        },
        form,
      ),
    },
    form,
  )

const whatGoes = ({ code, held, caseTypes }: Retiring): Html =>
  html`<p class="govuk-body">
      This goes to the team that takes its place. Cases that you may not know of go along.
    </p>
    ${summaryList({
      rows: held.map(({ what, text }) => ({ key: { text: what }, value: { text } })),
    })}
    <p class="govuk-body">
      Closed cases and histories keep the name of the team. Whatever case types and programs give to
      the code ${code} goes to the other team from now on.
    </p>
    ${
      caseTypes.length > 0 &&
      html`<p class="govuk-body">These case types name it:</p>
        <ul class="govuk-list govuk-list--bullet">
          ${caseTypes.map((label) => html`<li>${label}</li>`)}
        </ul>`
    }`

const model: Retiring = {
  name: 'Housing & <repairs>',
  code: 'HOUSING',
  address: '/admin/teams/edit/HOUSING',
  held: [
    { what: 'Open cases', text: '12' },
    { what: 'People', text: '3' },
  ],
  caseTypes: ['Damp and mould'],
  others: [{ value: 'PARKS', text: 'Parks' }],
}

/** Examples of the page, by what they show. */
export const retireTeamExamples: Examples<FormView<Retiring>> = {
  'a team that no other takes the place of yet': [
    model,
    {
      ...emptyForm('/admin/teams/edit/HOUSING/retire'),
      flaws: [{ parameter: 'Heir', kind: 'missing', message: 'Select a team' }],
    },
  ],
}
