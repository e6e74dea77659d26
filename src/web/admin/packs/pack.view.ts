import { button } from '#web/components/button.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { details } from '#web/components/details.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { table } from '#web/components/table.ts'
import { wide } from '#web/admin/admin-form.ts'
import { emptyForm, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { packsAddress } from './addresses.ts'

/** A case type or letter of a pack, and how it stands here. */
export type PackItem = {
  readonly name: string
  readonly standing: string
  /** What was changed here and in the pack, line by line. */
  readonly here: readonly string[]
  readonly pack: readonly string[]
}

/** What a pack holds, how it stands here, and what can be done. */
export type ShownPack = {
  readonly name: string
  readonly summary: string
  readonly known: readonly { readonly what: string; readonly text: string }[]
  readonly items: readonly PackItem[]
  readonly seen: string
  /** What is to be done, if anything: its button, and why it cannot be done yet. */
  readonly submit: string | undefined
  readonly hindrances: readonly string[]
  /** Is there something here that the pack has otherwise? */
  readonly isContested: boolean
  readonly teams: readonly { readonly code: string; readonly name: string }[]
  readonly ownTeams: readonly Choice[]
}

/** The page on which a service pack is looked at, compared, installed and updated. */
export const packView: FormView<ShownPack> = (model, form) => ({
  title: formTitle(`${model.name}: Service packs`, form),
  isWide: true,
  back: { href: packsAddress, text: 'Back to service packs' },
  content: html`${flawSummary(form)}
    <span class="govuk-caption-l">Service packs</span>
    <h1 class="govuk-heading-l">${model.name}</h1>
    <p class="govuk-body">${model.summary}</p>
    ${summaryList({
      rows: model.known.map(({ what, text }) => ({ key: { text: what }, value: { text } })),
    })}
    ${itemsPart(model.items)} ${model.submit !== undefined && actPart(model, model.submit, form)}`,
})

const itemsPart = (items: readonly PackItem[]): Html =>
  html`${wide(
    'What it holds',
    table({
      caption: 'What it holds, and how that stands here',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'Case type or letter' }, { text: 'Here' }],
      rows: items.map(({ name, standing }) => [{ text: name }, { text: standing }]),
    }),
  )}
  ${items.map(
    ({ name, here, pack }) =>
      here.length + pack.length > 0 &&
      details({
        summaryText: `What is different in ${name}`,
        html: html`${linesPart('Changed here since it was installed', here)}
        ${linesPart('Changed in the pack since then', pack)}`,
      }),
  )}`

const linesPart = (title: string, lines: readonly string[]): Html | false =>
  lines.length > 0 &&
  html`<p class="govuk-body govuk-!-font-weight-bold">${title}</p>
    <pre class="app-wide" tabindex="0" role="group" aria-label="${title}">${lines.join('\n')}</pre>`

const actPart = (model: ShownPack, submit: string, form: Form): Html =>
  model.hindrances.length > 0
    ? html`<h2 class="govuk-heading-m">It cannot be installed yet</h2>
        <ul class="govuk-list govuk-list--bullet">
          ${model.hindrances.map((each) => html`<li>${each}</li>`)}
        </ul>`
    : html`<h2 class="govuk-heading-m">${submit}</h2>
        <p class="govuk-body">
          All of it is done or nothing. Cases that are open keep the version of their case type,
          until you move them to the newer one from the list of case types.
        </p>
        <form action="${form.action}" method="post" novalidate>
          ${csrfField(form.csrfToken)} <input type="hidden" name="Seen" value="${model.seen}" />
          ${model.teams.map(({ code, name }) =>
            selectField(
              {
                name: `Team.${code}`,
                label: `Team for ${name}`,
                hint: `The pack calls it ${code}`,
                none: `Make the team ${code}`,
                choices: model.ownTeams,
              },
              form,
            ),
          )}
          ${model.isContested && replaceField(form)}
          ${button({ text: submit, preventDoubleClick: true })}
        </form>`

const replaceField = (form: Form): Html =>
  checkboxes({
    name: 'Replace',
    idPrefix: 'Replace',
    items: [
      {
        value: 'true',
        text: 'Replace what is otherwise here by what the pack has',
        hint: { text: 'If not, what was changed or made here stays as it is.' },
        checked: form.typed['Replace'] === 'true',
      },
    ],
  })

const model: ShownPack = {
  name: 'Enquiries & compliments',
  summary: 'What people ask and praise.',
  known: [{ what: 'Version', text: '1.2.0; 1.0.0 is installed' }],
  items: [
    {
      name: 'Case type Suggestion',
      standing: 'Changed here',
      here: ['label: "Suggestion" is now "Idea"'],
      pack: ['stages.0.name:', '  - Look', '  + Look at it'],
    },
    { name: 'Letter THANKS', standing: 'The same', here: [], pack: [] },
  ],
  seen: 'a1',
  submit: 'Update to 1.2.0',
  hindrances: [],
  isContested: true,
  teams: [{ code: 'CONTACT', name: 'Contact centre' }],
  ownTeams: [{ value: 'HOUSING', text: 'Housing' }],
}
const form = emptyForm('/admin/packs/general')

/** Examples of the page, by what they show. */
export const packExamples: Examples<FormView<ShownPack>> = {
  'a pack to update, refused once': [
    model,
    {
      ...form,
      flaws: [{ parameter: '', kind: 'invalid', message: 'Something was changed meanwhile' }],
    },
  ],
  'a pack for another nation': [
    { ...model, items: [], hindrances: ['It is for Wales, and the organisation works in England'] },
    form,
  ],
}
