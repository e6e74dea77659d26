import { clockEvents } from '#domain/deadlines/index.ts'
import type { DatedThing, DeadlineSpec, RelativeDay } from '#domain/procedures/index.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { PartField } from './part-input.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'

/** The fields of a form, in order. */
export type Fields = readonly PartField[]

/** The code of a part that is new. */
export const codeField = (isNew: boolean): Fields =>
  isNew
    ? [
        {
          name: 'Code',
          label: 'Code',
          hint: 'Letters, digits and hyphens. Other parts mean it by its code, so it never changes.',
        },
      ]
    : []

/** One of the teams. */
export const teamField = (
  { teams }: ShownDraft,
  { value, label, none }: { value: string | undefined; label: string; none: string },
): PartField => ({
  name: 'Team',
  label,
  none,
  choices: teams.map(({ code, name }) => ({ value: code, text: name })),
  value,
})

/** The fields that must be filled for something to come about. */
export const requiresField = (
  { caseType }: ShownDraft,
  requires: readonly string[] | undefined,
): Fields =>
  caseType.fields.length === 0
    ? []
    : [
        {
          name: 'Requires',
          label: 'Fields that must be filled (optional)',
          boxes: caseType.fields.map(({ id, label }) => ({ value: id, text: label })),
          value: requires?.join(' '),
        },
      ]

/** Calendar days or working days. */
export const unitField = (value: string | undefined): PartField => ({
  name: 'Unit',
  label: 'Kind of days',
  none: 'Working days',
  choices: [{ value: 'calendar', text: 'Calendar days' }],
  value: value === 'calendar' ? value : undefined,
})

/** The day by which something is due. */
export const dueFields = (draft: ShownDraft, due: RelativeDay | undefined): Fields => [
  {
    name: 'Days',
    label: 'Due after so many days (optional)',
    hint: 'A number below nought, such as -3, means days before',
    value: due?.days.toString(),
  },
  unitField(due?.unit),
  fromField(draft, due?.from, 'Counted from'),
]

/** The day that something is counted from. */
export const fromField = (
  draft: ShownDraft,
  from: DatedThing | undefined,
  label: string,
): PartField => ({
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

/** The events that can be recorded of cases. */
export const eventsOf = ({ caseType: { procedure } }: ShownDraft): readonly Choice[] => [
  ...procedure.events.map(({ code, name }) => ({ value: `event ${code}`, text: name })),
  ...Object.entries(clockEvents).map(([code, { title }]) => ({
    value: `event ${code}`,
    text: title,
  })),
]
