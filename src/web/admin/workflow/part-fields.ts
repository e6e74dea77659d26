import { clockEvents, allRules } from '#domain/deadlines/index.ts'
import type {
  DatedThing,
  DeadlineSpec,
  LetterSpec,
  ProcedureStage,
  RelativeDay,
  StageOutcome,
  TaskSpec,
} from '#domain/procedures/index.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import type { Choice } from '#web/caseworker/complaint/form-parts.ts'

/** One field of the form of a stage's part: a line, or a choice where there are some; `none` is no choice. */
export type PartField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string | undefined
  readonly choices?: readonly Choice[]
  readonly none?: string
}

type Fields = readonly PartField[]

const codeField = (isNew: boolean): Fields =>
  isNew
    ? [
        {
          name: 'Code',
          label: 'Code',
          hint: 'Letters, digits and hyphens. Other parts mean it by its code, so it never changes.',
        },
      ]
    : []

const teamField = ({ teams }: ShownDraft, value: string | undefined, label: string): PartField => ({
  name: 'Team',
  label,
  none: 'Whoever has the case',
  choices: teams.map(({ code, name }) => ({ value: code, text: name })),
  value,
})

/** The fields of a stage. */
export const stageFields = (draft: ShownDraft, stage: ProcedureStage | undefined): Fields => [
  ...codeField(stage === undefined),
  { name: 'Name', label: 'Name', value: stage?.name },
  { name: 'Status', label: 'Status as staff read it (optional)', value: stage?.status },
  {
    name: 'CustomerStatus',
    label: 'Status as the customer reads it (optional)',
    value: stage?.customerStatus,
  },
  teamField(draft, stage?.team, 'Who works it'),
  {
    name: 'Number',
    label: 'Number in the API (optional)',
    hint: 'From 1 to 4; without it the API does not show the stage',
    value: stage?.number?.toString(),
  },
]

/** The fields of an outcome. */
export const outcomeFields = (draft: ShownDraft, outcome: StageOutcome | undefined): Fields => [
  ...codeField(outcome === undefined),
  { name: 'Label', label: 'Name', value: outcome?.label },
  {
    name: 'LeadsTo',
    label: 'What it leads to',
    none: 'Select what it leads to',
    value: leadsTo(outcome),
    choices: [
      { value: 'closure', text: 'The end of the case' },
      { value: 'track end', text: 'The end of the track' },
      ...draft.caseType.procedure.tracks.flatMap(({ stages }) =>
        stages.map(({ code, name }) => ({ value: `stage ${code}`, text: `Stage: ${name}` })),
      ),
    ],
  },
  {
    name: 'Requires',
    label: 'Fields that must be filled (optional)',
    hint: 'Their names in the API, with spaces between',
    value: outcome?.requires.join(' '),
  },
]

const leadsTo = (outcome: StageOutcome | undefined): string | undefined =>
  typeof outcome?.leadsTo === 'object' ? `stage ${outcome.leadsTo.stage}` : outcome?.leadsTo

/** The fields of a task. */
export const taskFields = (draft: ShownDraft, task: TaskSpec | undefined): Fields => [
  ...codeField(task === undefined),
  { name: 'Title', label: 'Title', value: task?.title },
  teamField(draft, task?.team, 'Who does it'),
  ...dueFields(draft, task?.due),
]

/** The fields of a letter. */
export const letterFields = (draft: ShownDraft, letter: LetterSpec | undefined): Fields => [
  ...(letter
    ? []
    : [
        {
          name: 'LetterCode',
          label: 'Letter',
          none: 'Select a letter',
          choices: draft.letters.map(({ code, name }) => ({ value: code, text: name })),
        },
      ]),
  {
    name: 'When',
    label: 'When it is drafted',
    none: 'Select when',
    value: letter?.when,
    choices: [
      { value: 'stage started', text: 'When the stage begins' },
      { value: 'stage ended', text: 'When the stage ends' },
    ],
  },
  ...dueFields(draft, letter?.due),
]

/** The fields of a deadline: a rule, or days of its own. */
export const deadlineFields = (draft: ShownDraft, deadline: DeadlineSpec | undefined): Fields => [
  ...codeField(deadline === undefined),
  { name: 'Name', label: 'Name', value: deadline?.name },
  ...basisFields(deadline?.basis),
  fromField(draft, deadline?.from, 'Counted from'),
  {
    name: 'MetBy',
    label: 'What meets it',
    none: 'The end of the stage',
    choices: eventsOf(draft),
    value: typeof deadline?.metBy === 'object' ? `event ${deadline.metBy.event}` : undefined,
  },
]

const basisFields = (basis: DeadlineSpec['basis'] | undefined): Fields => {
  const { rule, number, days, unit } = timeOf(basis)
  return [
    {
      name: 'Rule',
      label: 'Rule of law or code',
      none: 'No rule: days of its own',
      choices: allRules.map(({ id, title }) => ({ value: id, text: `${title} (${id})` })),
      value: rule,
    },
    {
      name: 'Number',
      label: 'Number that the rule leaves open (optional)',
      value: number,
    },
    { name: 'Days', label: 'Or days of its own', value: days },
    unitField(unit),
  ]
}

type Time = { readonly [K in 'rule' | 'number' | 'days' | 'unit']?: string | undefined }

const timeOf = (basis: DeadlineSpec['basis'] | undefined): Time => {
  if (!basis) return {}
  if ('rule' in basis) return { rule: basis.rule, number: basis.number?.toString() }
  return { days: String(basis.target.days), unit: basis.target.unit }
}

const unitField = (value: string | undefined): PartField => ({
  name: 'Unit',
  label: 'Kind of days',
  none: 'Working days',
  choices: [{ value: 'calendar', text: 'Calendar days' }],
  value: value === 'calendar' ? value : undefined,
})

const dueFields = (draft: ShownDraft, due: RelativeDay | undefined): Fields => [
  {
    name: 'Days',
    label: 'Due after so many days (optional)',
    hint: 'A number below nought, such as -3, means days before',
    value: due?.days.toString(),
  },
  unitField(due?.unit),
  fromField(draft, due?.from, 'Counted from'),
]

const fromField = (draft: ShownDraft, from: DatedThing | undefined, label: string): PartField => ({
  name: 'From',
  label,
  none: 'The start of the stage',
  value: from && written(from),
  choices: [
    { value: 'received', text: 'Receipt of the case' },
    ...deadlinesOf(draft).map(({ code, name }) => ({
      value: `deadline ${code}`,
      text: `Deadline: ${name}`,
    })),
    ...eventsOf(draft),
  ],
})

const written = (from: DatedThing): string => {
  if (from.kind === 'event') return `event ${from.event}`
  if (from.kind === 'deadline') return `deadline ${from.deadline}`
  return from.kind === 'received' ? from.kind : ''
}

/** Each deadline by its code, once. */
const deadlinesOf = ({ caseType: { procedure } }: ShownDraft): readonly DeadlineSpec[] => {
  const stages = procedure.tracks.flatMap((track) => track.stages)
  const all = [...procedure.deadlines, ...stages.flatMap(({ deadlines }) => deadlines)]
  return [...new Map(all.map((each) => [each.code, each])).values()]
}

const eventsOf = ({ caseType: { procedure } }: ShownDraft): readonly Choice[] => [
  ...procedure.events.map(({ code, name }) => ({ value: `event ${code}`, text: name })),
  ...Object.entries(clockEvents).map(([code, { title }]) => ({
    value: `event ${code}`,
    text: title,
  })),
]
