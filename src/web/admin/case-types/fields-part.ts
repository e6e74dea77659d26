import { showingOf } from '#domain/case-types/index.ts'
import type { AskedForm, CaseType, Field } from '#domain/case-types/index.ts'
import { table } from '#web/components/table.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { fieldAddress, fieldsAddress } from './addresses.ts'
import { kindInWords, qualitiesOf } from './field-in-words.ts'
import { encoded } from '#web/admin/workflow/addresses.ts'
import { partList } from '#web/admin/workflow/part-list.ts'
import type { PartList } from '#web/admin/workflow/part-list.ts'
import { partButtons } from './part-buttons.ts'
import type { ShownDraft } from './shown-draft.ts'

/** The fields of a draft in order, each with the ways to change, move and remove it. */
export const fieldsPart = ({ draft, caseType }: ShownDraft, csrfToken: string): Html =>
  html`<h2 class="govuk-heading-m" id="fields">Fields of the form</h2>
    ${fieldList({ draft, asked: caseType, csrfToken, name: 'Fields of the form' })}
    <h2 class="govuk-heading-m" id="sections">Sections of the form</h2>
    ${partList(sectionList(caseType), { draft, csrfToken })}
    <h2 class="govuk-heading-m" id="actions">Forms that can be filed on a case</h2>
    ${partList(actionList(caseType), { draft, csrfToken })}
    ${caseType.actions.map(
      (action) =>
        html`<h3 class="govuk-heading-s">Fields of the form ${action.label}</h3>
          ${fieldList({ draft, asked: action, actionForm: action.id, csrfToken, name: `Fields of the form ${action.label}` })}`,
    )}`

/** A form of a draft, and by which name it is meant where it can be filed on a case. */
type Listed = {
  readonly draft: number
  readonly asked: AskedForm
  readonly actionForm?: string
  readonly csrfToken: string
  readonly name: string
}

const fieldList = (listed: Listed): Html =>
  html`${
      listed.asked.fields.length === 0
        ? html`<p class="govuk-body">The form asks nothing yet.</p>`
        : fieldTable(listed)
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${fieldsAddress(listed.draft, listed.actionForm)}"
        >Add a field<span class="govuk-visually-hidden"> to: ${listed.name}</span></a
      >
    </p>`

const actionList = ({ actions }: CaseType): PartList => ({
  path: ['actions'],
  title: 'Forms that can be filed on a case',
  add: 'Add a form',
  owner: 'that can be filed on a case',
  parts: actions.map(({ id, label }) => ({ name: id, text: `${label} (${id})` })),
})

const sectionList = ({ sections, fields }: CaseType): PartList => ({
  path: ['sections'],
  title: 'Sections of the form',
  add: 'Add a section',
  owner: 'to the form',
  parts: sections.map(({ id, title, when }) => ({
    name: id,
    text: when ? `${title}. ${showingOf(when, fields).words}` : title,
  })),
})

const placeInWords = ({ section, when }: Field, { sections = [], fields }: AskedForm): string =>
  [
    section && `In the section ${sections.find(({ id }) => id === section)?.title ?? section}`,
    when && showingOf(when, fields).words,
  ]
    .filter((text) => text !== undefined)
    .map((text) => `. ${text}`)
    .join('')

const fieldTable = (listed: Listed): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-label="${listed.name}">
    ${table({
      head: ['Field', 'Answer', 'Order and removal'].map((text) => ({ text })),
      rows: listed.asked.fields.map((field, at) => fieldRow(listed, field, at)),
    })}
  </div>`

const fieldRow = ({ draft, asked, actionForm, csrfToken }: Listed, field: Field, at: number) => [
  {
    html: html`<a class="govuk-link" href="${fieldAddress(draft, field.id, actionForm)}"
        >${field.label}</a
      ><br />${field.id}`,
  },
  {
    html: html`${kindInWords(field)}: ${qualitiesOf(field).join(', ')}${placeInWords(field, asked)}`,
  },
  {
    html: partButtons({
      draft,
      part: encoded([
        ...(actionForm === undefined ? [] : ['actions', actionForm]),
        'fields',
        field.id,
      ]),
      name: field.label,
      csrfToken,
      isFirst: at === 0,
      isLast: at === asked.fields.length - 1,
    }),
  },
]
