import type {
  AssignmentRule,
  ClearanceChain,
  ClearanceStep,
  Ending,
  OwnEvent,
  Procedure,
  Recipient,
  Reminder,
  Reopening,
  Track,
} from '#domain/procedures/index.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import type { Choice } from '#web/forms/fields.ts'
import { codeField, requiresField, teamField } from './field-parts.ts'
import type { Fields } from './field-parts.ts'
import type { PartField } from './part-input.ts'

type Named = OwnEvent | ClearanceChain

/** The fields of what has a name and nothing further. */
export const nameFields = (_: ShownDraft, part: Named | undefined): Fields => [
  ...codeField(part === undefined),
  { name: 'Name', label: 'Name', value: part?.name },
]

/** The fields of a track. */
export const trackFields = (_: ShownDraft, track: Track | undefined): Fields => [
  ...codeField(track === undefined),
  { name: 'Name', label: 'Name', value: track?.name },
  {
    name: 'Begins',
    label: 'When it begins',
    none: 'Select when',
    value: track?.begins,
    choices: [
      { value: 'opening', text: 'With the case' },
      { value: 'by hand', text: 'When somebody begins it' },
    ],
  },
]

/** The fields of a way in which a case can end before its time. */
export const endingFields = (draft: ShownDraft, ending: Ending | undefined): Fields => [
  ...codeField(ending === undefined),
  { name: 'Label', label: 'Name', value: ending?.label },
  {
    name: 'Kind',
    label: 'Kind of end',
    none: 'Select a kind',
    value: ending?.kind,
    choices: [
      { value: 'closed', text: 'Closed' },
      { value: 'withdrawn', text: 'Withdrawn' },
      { value: 'rejected', text: 'Rejected' },
      { value: 'returned', text: 'Returned' },
    ],
  },
  { name: 'Status', label: 'Status as staff read it (optional)', value: ending?.status },
  {
    name: 'CustomerStatus',
    label: 'Status as the customer reads it (optional)',
    value: ending?.customerStatus,
  },
  ...requiresField(draft, ending?.requires),
]

/** The fields of a step of a clearance chain. */
export const stepFields = (draft: ShownDraft, step: ClearanceStep | undefined): Fields => [
  ...codeField(step === undefined),
  { name: 'Name', label: 'Name', value: step?.name },
  teamField(draft, { value: step?.team, label: 'Who clears', none: 'Select a team' }),
]

/** The fields of a reminder. */
export const reminderFields = (draft: ShownDraft, reminder: Reminder | undefined): Fields => {
  const { at, to } = reminder ?? { at: undefined, to: undefined }
  const isShare = at === undefined || 'share' in at
  return [
    {
      name: 'Amount',
      label: 'How much',
      hint: 'A share of the time in per cent, or so many working days before the end',
      value: at && String('share' in at ? at.share : at.daysBefore),
    },
    {
      name: 'Measure',
      label: 'Of what',
      none: 'Select of what',
      value: isShare ? 'per cent' : 'days before',
      choices: [
        { value: 'per cent', text: 'Per cent of the time' },
        { value: 'days before', text: 'Working days before the end' },
      ],
    },
    {
      name: 'Recipient',
      label: 'Who is told',
      none: 'Select who',
      value: to && recipientOf(to),
      choices: [
        { value: 'owner', text: 'Whoever has the case' },
        { value: 'manager', text: 'The manager' },
        ...draft.teams.map(({ code, name }) => ({ value: `team ${code}`, text: `Team: ${name}` })),
      ],
    },
  ]
}

const recipientOf = (to: Recipient): string => (to.kind === 'team' ? `team ${to.team}` : to.kind)

/** The fields of a way in which a closed case opens again. */
export const reopeningFields = (draft: ShownDraft, reopening: Reopening | undefined): Fields => [
  ...codeField(reopening === undefined),
  { name: 'Label', label: 'Name', value: reopening?.label },
  {
    name: 'Stage',
    label: 'Stage at which it opens again',
    none: 'Select a stage',
    choices: stagesOf(draft),
    value: reopening?.stage,
  },
  {
    name: 'WithinDays',
    label: 'Within how many days after it was closed (optional)',
    hint: 'Calendar days; without a number it can open again at any time',
    value: reopening?.withinDays?.toString(),
  },
  {
    name: 'Later',
    label: 'What happens later',
    none: 'Select what happens',
    value: reopening?.later,
    choices: [
      { value: 'linked case', text: 'A linked case is opened' },
      { value: 'refused', text: 'It is refused' },
    ],
  },
]

const stagesOf = ({ caseType }: ShownDraft): readonly Choice[] =>
  caseType.procedure.tracks.flatMap(({ stages }) =>
    stages.map(({ code, name }) => ({ value: code, text: name })),
  )

/** The fields of a rule that says who gets a case. */
export const assignmentFields = (draft: ShownDraft, rule: AssignmentRule | undefined): Fields => {
  const { when, to } = rule ?? { when: {}, to: undefined }
  return [
    { name: 'Name', label: 'Name', hint: 'The history of a case tells it', value: rule?.name },
    ...whenFields(draft, when),
    teamField(draft, { value: to?.team, label: 'Team that gets the case', none: 'Select a team' }),
    {
      name: 'ToUser',
      label: 'Or the person who gets it (optional)',
      hint: 'A user name',
      value: to?.user,
    },
    { name: 'Skill', label: 'Skill that the person must have (optional)', value: to?.skill },
    {
      name: 'By',
      label: 'Who of the team',
      none: 'Nobody: its queue, or by skill',
      value: to?.by,
      choices: [
        { value: 'previous worker', text: 'Who has worked it, or for the customer, before' },
        { value: 'least work', text: 'Who has the fewest open cases' },
        { value: 'turn', text: 'One after the other' },
      ],
    },
  ]
}

const whenFields = (draft: ShownDraft, when: AssignmentRule['when']): Fields => [
  {
    name: 'Field',
    label: 'Cases by the answer to a field (optional)',
    none: 'Whatever the answers',
    choices: draft.caseType.fields.map(({ id, label }) => ({ value: id, text: label })),
    value: when.field?.field,
  },
  valuesField('FieldValues', 'Answers to that field', when.field?.values),
  {
    name: 'ClassificationGroup',
    label: 'Cases by a classification (optional)',
    none: 'However they are classified',
    choices: classificationsOf(draft),
    value: when.classification?.group,
  },
  valuesField('ClassificationValues', 'Values of that classification', when.classification?.values),
  valuesField('Postcodes', 'Beginnings of postcodes (optional)', when.postcodes),
  valuesField('Languages', 'Languages (optional)', when.languages),
  valuesField('Ratings', 'Ratings (optional)', when.ratings),
  {
    name: 'Stages',
    label: 'Stages at which it is asked again (optional)',
    boxes: stagesOf(draft),
    value: when.stages?.join('\n'),
  },
]

const valuesField = (
  name: string,
  label: string,
  values: readonly string[] | undefined,
): PartField => ({
  name,
  label,
  hint: 'One on a line',
  isLong: true,
  value: values?.join('\n'),
})

/** The groups in which cases can be classified. */
export const classificationsOf = ({ options }: ShownDraft): readonly Choice[] => {
  const groups = options.flatMap(({ list, groupName }) =>
    list === 'classification' ? groupName : [],
  )
  return [...new Set(groups)].map((group) => ({ value: group, text: group }))
}

/** The fields of what becomes of cases that no rule takes, and of papers that come for closed ones. */
export const procedureFields = (
  draft: ShownDraft,
  { queue, latePapers, reopenings }: Procedure,
): Fields => [
  {
    name: 'Queue',
    label: 'Team whose queue gets what no rule takes',
    none: 'The team of the case type',
    choices: draft.teams.map(({ code, name }) => ({ value: code, text: name })),
    value: queue,
  },
  {
    name: 'Later',
    label: 'What becomes of a paper that comes for a closed case',
    none: 'Select what becomes of it',
    value: latePapers.later,
    choices: [
      { value: 'filed', text: 'It is filed' },
      { value: 'linked case', text: 'A linked case is opened' },
    ],
  },
  {
    name: 'ReopensWithinDays',
    label: 'Within how many days it opens the case again (optional)',
    value: latePapers.reopensWithinDays?.toString(),
  },
  {
    name: 'Reopening',
    label: 'In which way it opens it again (optional)',
    none: 'It does not',
    choices: reopenings.map(({ code, label }) => ({ value: code, text: label })),
    value: latePapers.reopening,
  },
]
