import { allRules } from '#domain/deadlines/index.ts'
import type {
  DeadlineSpec,
  LetterSpec,
  ProcedureStage,
  StageOutcome,
  TaskSpec,
} from '#domain/procedures/index.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import {
  codeField,
  dueFields,
  eventsOf,
  fromField,
  requiresField,
  teamField,
  unitField,
} from './field-parts.ts'
import type { Fields } from './field-parts.ts'

const whoever = 'Whoever has the case'

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
  teamField(draft, { value: stage?.team, label: 'Who works it', none: whoever }),
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
  ...beginsField(draft, outcome?.begins),
  ...requiresField(draft, outcome?.requires),
]

const beginsField = ({ caseType }: ShownDraft, begins: readonly string[] = []): Fields => {
  const tracks = caseType.procedure.tracks.filter((track) => track.begins === 'by hand')
  if (tracks.length === 0) return []
  const boxes = tracks.map(({ code, name }) => ({ value: code, text: name }))
  const value = begins.join(' ')
  return [{ name: 'Begins', label: 'Tracks that begin with it (optional)', boxes, value }]
}

const leadsTo = (outcome: StageOutcome | undefined): string | undefined =>
  typeof outcome?.leadsTo === 'object' ? `stage ${outcome.leadsTo.stage}` : outcome?.leadsTo

/** The fields of a task. */
export const taskFields = (draft: ShownDraft, task: TaskSpec | undefined): Fields => [
  ...codeField(task === undefined),
  { name: 'Title', label: 'Title', value: task?.title },
  teamField(draft, { value: task?.team, label: 'Who does it', none: whoever }),
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
