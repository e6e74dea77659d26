import { caseReference } from '#domain/access/index.ts'
import type { Answer } from '#kernel/answer.ts'
import { flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { writeLocalDateTime } from '#platform/local-time.ts'
import { countCase } from './settle-clock.ts'
import { shownDeadlines, type ShownDeadline } from './shown-deadline.ts'

const names = {
  code: 'Code',
  name: 'Name',
  track: 'Track',
  stage: 'Stage',
  state: 'State',
  summary: 'Summary',
  dueOn: 'DueDate',
  dueAt: 'DueTime',
  workingDaysLeft: 'WorkingDaysLeft',
  isTarget: 'IsTarget',
  derivedDueOn: 'DerivedDueDate',
  overrideReason: 'OverrideReason',
  metOn: 'MetDate',
  isInTime: 'InTime',
  rule: 'Rule',
  ruleVersion: 'RuleVersion',
  calendar: 'Calendar',
  calendarVersion: 'CalendarVersion',
  source: 'Source',
  sourceAddress: 'SourceURL',
} as const satisfies Partial<Record<keyof ShownDeadline, string>>

type Member = keyof typeof names

/** A deadline under the names of the wire; what it lacks is left out. */
function onTheWire(deadline: ShownDeadline): Readonly<Record<string, string>> {
  const members = Object.entries(names) as [Member, string][]
  return Object.fromEntries(
    members
      .map(([member, name]) => [name, written(deadline, member)] as const)
      .filter(([, text]) => text !== ''),
  )
}

function written(deadline: ShownDeadline, member: Member): string {
  const value = deadline[member]
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return member === 'dueAt' && typeof value === 'string'
    ? writeLocalDateTime(new Date(value))
    : String(value ?? '')
}

const always = ['Code', 'Name', 'State', 'Summary', 'IsTarget', 'Rule']

const answer: Answer<readonly ShownDeadline[]> = Object.freeze<Answer<readonly ShownDeadline[]>>({
  layout: 'indented',
  toXml: (deadlines) => ({
    name: 'Deadlines',
    content: deadlines.map((deadline) => ({
      name: 'Deadline',
      attributes: onTheWire(deadline),
      content: deadline.explanation.map((content) => ({ name: 'Explanation', content })),
    })),
  }),
  toJson: (deadlines) =>
    deadlines.map((deadline) => ({
      ...onTheWire(deadline),
      Explanation: deadline.explanation,
    })),
  schema: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        ...Object.fromEntries(Object.values(names).map((name) => [name, { type: 'string' }])),
        Explanation: { type: 'array', items: { type: 'string' } },
      },
      required: [...always, 'Explanation'],
    },
  },
})

/** The deadlines of a case and why each is what it is: an extension, which the contract does not have. */
export const getDeadlines = operation({
  name: 'getdeadlines',
  summary: 'List the deadlines of a case and why each is what it is',
  effect: 'read',
  permission: 'case.view',
  subject: 'case',
  parameters: {
    case: caseReference,
    selfService: optional(flag, 'In words for the customer'),
  },
  errors: [unknownCase],
  returns: answer,
  examples: [{ CaseId: '1001' }, { CaseId: '1001', SelfService: 'True' }],

  async handle({ input, db, now, subject: { caseId } }) {
    const reader = input.selfService ? 'customer' : 'staff'
    return shownDeadlines(await countCase(db, { caseId, now }), { now, reader })
  },
})
