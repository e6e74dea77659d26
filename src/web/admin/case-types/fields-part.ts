import { showingOf } from '#domain/case-types/index.ts'
import type { CaseType, Field } from '#domain/case-types/index.ts'
import { table } from '#web/components/table.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { draftAddress, fieldAddress } from './addresses.ts'
import { kindInWords, qualitiesOf } from './field-in-words.ts'
import { partList } from '#web/admin/workflow/part-list.ts'
import type { PartList } from '#web/admin/workflow/part-list.ts'
import { partButtons } from './part-buttons.ts'
import type { ShownDraft } from './shown-draft.ts'

/** The fields of a draft in order, each with the ways to change, move and remove it. */
export const fieldsPart = ({ draft, caseType }: ShownDraft, csrfToken: string): Html =>
  html`<h2 class="govuk-heading-m" id="fields">Fields of the form</h2>
    ${
      caseType.fields.length === 0
        ? html`<p class="govuk-body">The form asks nothing yet.</p>`
        : fieldTable(draft, caseType, csrfToken)
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${draftAddress(draft)}/fields">Add a field</a>
    </p>
    <h2 class="govuk-heading-m" id="sections">Sections of the form</h2>
    ${partList(sectionList(caseType), { draft, csrfToken })}`

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

const placeInWords = ({ section, when }: Field, { sections, fields }: CaseType): string =>
  [
    section && `In the section ${sections.find(({ id }) => id === section)?.title ?? section}`,
    when && showingOf(when, fields).words,
  ]
    .filter((text) => text !== undefined)
    .map((text) => `. ${text}`)
    .join('')

const fieldTable = (draft: number, caseType: CaseType, csrfToken: string): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-labelledby="fields">
    ${table({
      head: ['Field', 'Answer', 'Order and removal'].map((text) => ({ text })),
      rows: caseType.fields.map((field, at) => [
        {
          html: html`<a class="govuk-link" href="${fieldAddress(draft, field.id)}">${field.label}</a
            ><br />${field.id}`,
        },
        {
          html: html`${kindInWords(field)}:
          ${qualitiesOf(field).join(', ')}${placeInWords(field, caseType)}`,
        },
        {
          html: partButtons({
            draft,
            part: `fields/${field.id}`,
            name: field.label,
            csrfToken,
            isFirst: at === 0,
            isLast: at === caseType.fields.length - 1,
          }),
        },
      ]),
    })}
  </div>`
