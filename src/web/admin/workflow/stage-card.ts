import { conditionInWords, namesIn } from '#domain/procedures/index.ts'
import type { ProcedureStage } from '#domain/procedures/index.ts'
import { draftAddress } from '#web/admin/case-types/addresses.ts'
import { partButtons } from '#web/admin/case-types/part-buttons.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { changeAddress } from './addresses.ts'
import { basisInWords, dueInWords, leadsToInWords } from './part-in-words.ts'

/** A stage of a draft, and where it stands among the others. */
export type StageCard = {
  readonly draft: ShownDraft
  readonly stage: ProcedureStage
  readonly at: number
  readonly count: number
  readonly csrfToken: string
}

/** A stage as a card: its wording, who works it, and all that belongs to it, each with its ways to change. */
export const stageCard = (card: StageCard): Html => {
  const { draft, stage, at, count, csrfToken } = card
  const { code, name, status, customerStatus, team } = stage
  return html`<section class="app-entry" aria-labelledby="stage-${code}">
    <h3 class="govuk-heading-s app-entry__heading" id="stage-${code}">
      <a class="govuk-link" href="${changeAddress(draft.draft, code)}">${name}</a>
    </h3>
    <p class="govuk-body">
      Staff read “${status}”, the customer reads “${customerStatus}”. It is worked by
      ${team === undefined ? 'whoever has the case' : `the team ${team}`}.
    </p>
    ${conditionsPart(card)} ${partLists(draft).map((list) => listPart(card, list))}
    ${partButtons({
      draft: draft.draft,
      part: `stages/${code}`,
      name,
      csrfToken,
      isFirst: at === 0,
      isLast: at === count - 1,
    })}
  </section>`
}

type PartList = {
  readonly part: 'outcomes' | 'tasks' | 'letters' | 'deadlines'
  readonly title: string
  readonly items: (
    stage: ProcedureStage,
  ) => readonly { readonly code: string; readonly text: string }[]
}

/** What belongs to a stage, by list. */
const partLists = ({ caseType: { procedure } }: ShownDraft): readonly PartList[] => [
  {
    part: 'deadlines',
    title: 'Deadlines',
    items: ({ deadlines }) =>
      deadlines.map((each) => ({
        code: each.code,
        text: `${each.name}: ${basisInWords(each, procedure)}`,
      })),
  },
  {
    part: 'tasks',
    title: 'Tasks',
    items: ({ tasks }) =>
      tasks.map(({ code, title, due }) => ({
        code,
        text: `${title}${dueInWords(due, procedure)}`,
      })),
  },
  {
    part: 'letters',
    title: 'Letters',
    items: ({ letters }) =>
      letters.map(({ template, due }) => ({
        code: template,
        text: `${template}${dueInWords(due, procedure)}`,
      })),
  },
  {
    part: 'outcomes',
    title: 'Outcomes',
    items: ({ outcomes }) =>
      outcomes.map((each) => ({
        code: each.code,
        text: `${each.label}, which leads to ${leadsToInWords(each, procedure)}`,
      })),
  },
]

const adding: Readonly<Record<PartList['part'], string>> = {
  deadlines: 'Add a deadline',
  tasks: 'Add a task',
  letters: 'Add a letter',
  outcomes: 'Add an outcome',
}

const listPart = ({ draft, stage, csrfToken }: StageCard, list: PartList): Html => {
  const { part, title, items } = list
  const all = items(stage)
  return html`<h4 class="govuk-heading-s">${title}</h4>
    ${
      all.length > 0 &&
      html`<ul class="govuk-list">
        ${all.map(
          ({ code, text }, at) =>
            html`<li>
              <a class="govuk-link" href="${changeAddress(draft.draft, stage.code, part, code)}"
                >${text}</a
              >
              ${partButtons({
                draft: draft.draft,
                part: `stages/${stage.code}/${part}/${code}`,
                name: text,
                csrfToken,
                isFirst: at === 0,
                isLast: at === all.length - 1,
              })}
            </li>`,
        )}
      </ul>`
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${changeAddress(draft.draft, stage.code, part)}"
        >${adding[part]}<span class="govuk-visually-hidden"> to ${stage.name}</span></a
      >
    </p>`
}

const conditionsPart = ({ draft, stage }: StageCard): Html | false => {
  const { procedure, fields } = draft.caseType
  const nameOf = namesIn(procedure, {
    fields: new Map(fields.map(({ id, label }) => [id, label])),
    letters: new Map(draft.letters.map(({ code, name }) => [code, name])),
  })
  const all = [
    ...stage.entry.map((each) => `Before it begins: ${conditionInWords(each, nameOf)}`),
    ...stage.exit.map((each) => `Before it ends: ${conditionInWords(each, nameOf)}`),
  ]
  return (
    all.length > 0 &&
    html`<h4 class="govuk-heading-s">Conditions</h4>
      <ul class="govuk-list govuk-list--bullet">
        ${all.map((text) => html`<li>${text}</li>`)}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href="${draftAddress(draft.draft)}/file"
          >Change conditions in the file<span class="govuk-visually-hidden"
            >: ${stage.name}</span
          ></a
        >
      </p>`
  )
}
