import { conditionInWords, namesIn } from '#domain/procedures/index.ts'
import type {
  Condition,
  DeadlineSpec,
  ProcedureStage,
  StageOutcome,
} from '#domain/procedures/index.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { basisInWords, comesOfInWords, dueInWords, reminderInWords } from './part-in-words.ts'
import type { ListedPart, PartList } from './part-list.ts'

/** All that belongs to a stage, by list. */
export const listsOfStage = (
  draft: ShownDraft,
  stage: ProcedureStage,
  isOpening: boolean,
): readonly PartList[] => {
  const path = (list: string) => ['stages', stage.code, list]
  const owner = `to ${stage.name}`
  return [
    ...(isOpening && stage.entry.length === 0
      ? []
      : [
          conditionList(draft, {
            path: path('entry'),
            title: 'Before it begins',
            owner: `before ${stage.name} begins`,
            conditions: stage.entry,
          }),
        ]),
    deadlineList(draft, { path: path('deadlines'), owner, deadlines: stage.deadlines }),
    ...raisedLists(draft, stage),
    conditionList(draft, {
      path: path('exit'),
      title: 'Before it ends',
      owner: `before ${stage.name} ends`,
      conditions: stage.exit,
    }),
    {
      path: path('outcomes'),
      title: 'Outcomes',
      add: 'Add an outcome',
      owner,
      parts: stage.outcomes.map((each) => outcomePart(draft, path('outcomes'), each)),
    },
  ]
}

/** What a stage raises: tasks and letters. */
const raisedLists = (
  { caseType: { procedure } }: ShownDraft,
  { code: stage, name, tasks, letters }: ProcedureStage,
): readonly PartList[] => [
  {
    path: ['stages', stage, 'tasks'],
    title: 'Tasks',
    add: 'Add a task',
    owner: `to ${name}`,
    parts: tasks.map(({ code, title, due }) => ({
      name: code,
      text: `${title}${dueInWords(due, procedure)}`,
    })),
  },
  {
    path: ['stages', stage, 'letters'],
    title: 'Letters',
    add: 'Add a letter',
    owner: `to ${name}`,
    parts: letters.map(({ template, due }) => ({
      name: template,
      text: `${template}${dueInWords(due, procedure)}`,
    })),
  },
]

const outcomePart = (
  draft: ShownDraft,
  path: readonly string[],
  outcome: StageOutcome,
): ListedPart => ({
  name: outcome.code,
  text: `${outcome.label}, which ${comesOfInWords(outcome, draft.caseType.procedure)}`,
  lists: [
    conditionList(draft, {
      path: [...path, outcome.code, 'conditions'],
      title: 'It asks for',
      owner: `of ${outcome.label}`,
      conditions: outcome.conditions,
    }),
  ],
})

type Deadlines = Pick<PartList, 'path' | 'owner'> & { readonly deadlines: readonly DeadlineSpec[] }

/** Deadlines, each with its reminders. */
export const deadlineList = (
  { caseType: { procedure } }: ShownDraft,
  { path, owner, deadlines }: Deadlines,
): PartList => ({
  path,
  title: 'Deadlines',
  add: 'Add a deadline',
  owner,
  parts: deadlines.map((each) => ({
    name: each.code,
    text: `${each.name}: ${basisInWords(each, procedure)}`,
    lists: [
      {
        path: [...path, each.code, 'reminders'],
        title: 'Who is reminded',
        add: 'Add a reminder',
        owner: `of ${each.name}`,
        parts: each.reminders.map((reminder, at) => ({
          name: String(at + 1),
          text: reminderInWords(reminder),
          isUnordered: true,
        })),
      },
    ],
  })),
})

type Conditions = Pick<PartList, 'path' | 'owner' | 'title'> & {
  readonly conditions: readonly Condition[]
}

/** Conditions in words. */
export const conditionList = (
  { caseType: { procedure, fields }, letters }: ShownDraft,
  { path, title, owner, conditions }: Conditions,
): PartList => {
  const nameOf = namesIn(procedure, {
    fields: new Map(fields.map(({ id, label }) => [id, label])),
    letters: new Map(letters.map(({ code, name }) => [code, name])),
  })
  return {
    path,
    title,
    add: 'Add a condition',
    owner,
    parts: conditions.map((each, at) => ({
      name: String(at + 1),
      text: conditionInWords(each, nameOf),
      isUnordered: true,
    })),
  }
}
