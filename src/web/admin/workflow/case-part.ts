import type { AssignmentRule, Ending, Procedure, Reopening } from '#domain/procedures/index.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { workflowAddress } from './addresses.ts'
import { partList } from './part-list.ts'
import type { PartList } from './part-list.ts'
import { conditionList, deadlineList } from './stage-lists.ts'

/** What belongs to cases as a whole, whichever stage they are at. */
export const casePart = (draft: ShownDraft, csrfToken: string): Html =>
  html`<h2 class="govuk-heading-m" id="case">The case as a whole</h2>
    ${listsOfCase(draft).map(
      (list) =>
        html`<section class="app-entry" aria-labelledby="list-${list.path[0]}">
          <h3 class="govuk-heading-s app-entry__heading" id="list-${list.path[0]}">
            ${list.title}
          </h3>
          ${partList(list, { draft: draft.draft, csrfToken })}
        </section>`,
    )}
    ${otherwisePart(draft)}`

const listsOfCase = (draft: ShownDraft): readonly PartList[] => {
  const { procedure } = draft.caseType
  const owner = 'to the case'
  return [
    {
      path: ['tracks'],
      title: 'Tracks, which run side by side',
      add: 'Add a track',
      owner,
      parts: procedure.tracks.map(({ code, name, begins }) => ({
        name: code,
        text: `${name}, which begins ${begins === 'opening' ? 'with the case' : 'when somebody begins it'}`,
      })),
    },
    {
      ...deadlineList(draft, { path: ['deadlines'], owner, deadlines: procedure.deadlines }),
      title: 'Deadlines of the case',
    },
    endingList(draft, procedure),
    ...plainLists(procedure),
  ]
}

const endingList = (draft: ShownDraft, { endings }: Procedure): PartList => ({
  path: ['endings'],
  title: 'How it can end before its time',
  add: 'Add an ending',
  owner: 'to the case',
  parts: endings.map((ending) => ({
    name: ending.code,
    text: endingInWords(draft, ending),
    lists: [
      conditionList(draft, {
        path: ['endings', ending.code, 'conditions'],
        title: 'It asks for',
        owner: `of ${ending.label}`,
        conditions: ending.conditions,
      }),
    ],
  })),
})

const endingInWords = ({ caseType }: ShownDraft, { label, kind, requires }: Ending): string => {
  const asked = caseType.fields.filter(({ id }) => requires.includes(id))
  const needs = asked.length === 0 ? '' : `; it needs ${asked.map((each) => each.label).join(', ')}`
  return `${label}: the case is ${kind}${needs}`
}

const plainLists = ({
  assignment,
  clearances,
  reopenings,
  events,
}: Procedure): readonly PartList[] => [
  {
    path: ['assignment'],
    title: 'Rules for who gets a case',
    add: 'Add a rule',
    owner: 'for who gets a case',
    parts: assignment.map((rule) => ({ name: rule.name, text: ruleInWords(rule) })),
  },
  clearanceList(clearances),
  {
    path: ['reopenings'],
    title: 'How a closed case opens again',
    add: 'Add a way to open again',
    owner: 'to the case',
    parts: reopenings.map((each) => ({ name: each.code, text: reopeningInWords(each) })),
  },
  {
    path: ['events'],
    title: 'Events of its own that can be recorded',
    add: 'Add an event',
    owner: 'to the case',
    parts: events.map(({ code, name }) => ({ name: code, text: name })),
  },
]

const clearanceList = (clearances: Procedure['clearances']): PartList => ({
  path: ['clearances'],
  title: 'Chains by which an answer is cleared',
  add: 'Add a clearance chain',
  owner: 'to the case',
  parts: clearances.map(({ code, name, steps }) => ({
    name: code,
    text: name,
    lists: [
      {
        path: ['clearances', code, 'steps'],
        title: 'Steps in order',
        add: 'Add a step',
        owner: `to ${name}`,
        parts: steps.map((step) => ({
          name: step.code,
          text: `${step.name}, by the team ${step.team}`,
        })),
      },
    ],
  })),
})

const ruleInWords = ({ name, to: { team, user, by } }: AssignmentRule): string =>
  `${name}: ${user ?? `the team ${team}`}${by === undefined ? '' : `, by ${by}`}`

const reopeningInWords = ({ label, stage, withinDays }: Reopening): string =>
  `${label}: at the stage ${stage}, ${withinDays === undefined ? 'at any time' : `within ${withinDays} days`}`

const otherwisePart = ({ draft, caseType }: ShownDraft): Html => {
  const { queue = caseType.team, latePapers } = caseType.procedure
  const late = latePapers.later === 'filed' ? 'is filed' : 'opens a linked case'
  return html`<section class="app-entry" aria-labelledby="otherwise">
    <h3 class="govuk-heading-s app-entry__heading" id="otherwise">What happens otherwise</h3>
    <p class="govuk-body">
      What no rule takes goes to
      ${queue === undefined ? 'no team' : `the queue of the team ${queue}`}. A paper that comes for
      a closed case
      ${late}${
        latePapers.reopening !== undefined &&
        html`, or opens it again within ${latePapers.reopensWithinDays ?? 'any number of'} days`
      }.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${workflowAddress(draft)}/otherwise"
        >Change<span class="govuk-visually-hidden"> what happens otherwise</span></a
      >
    </p>
  </section>`
}
