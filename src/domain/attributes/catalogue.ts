import { attribute, type Attribute, type AttributeKind, type Particulars } from './attribute.ts'
import { partyAttributes } from './catalogue-party.ts'

type Line = readonly [field: string, kind: AttributeKind, sql: string, particulars?: Particulars]

const group = (name: string, lines: readonly Line[]): readonly Attribute[] =>
  lines.map(([field, kind, sql, more]) => attribute([`${name}.${field}`, kind, sql], more))

const ofCurrentStage = (column: string): string =>
  `case c.current_stage when 1 then s1.${column} when 2 then s2.${column}
    when 3 then s3.${column} when 4 then s4.${column} end`

const caseDetails = group('CaseDetails', [
  ['CaseId', 'number', 'c.case_id'],
  ['ExternalId', 'text', 'c.external_id'],
  ['ParentCaseId', 'number', 'c.parent_case_id'],
  ['CaseType', 'text', 'v.label'],
  ['FormType', 'text', 'v.form'],
  ['CaseLabel', 'text', 'c.label', { column: 'label', isPersonal: true }],
  ['Rating', 'text', 'c.rating', { column: 'rating' }],
  ['Confidential', 'flag', 'c.is_confidential', { column: 'is_confidential' }],
  ['AssignedTo', 'text', 'u.full_name'],
  ['AssignedToId', 'text', 'u.user_name'],
  ['Department', 'text', 'coalesce(tm.department, u.department)'],
  ['AssignedToJobTitle', 'text', 'u.job_title'],
  ['AssignedToAddress', 'text', 'u.address'],
  ['Team', 'text', 'tm.name'],
  ['TeamCode', 'text', 'tm.code'],
  ['Directorate', 'text', 'tm.directorate'],
  ['Id', 'number', 'c.case_id'],
  ['TotalRedress', 'decimal', 'c.total_redress', { column: 'total_redress' }],
])

const caseStatus = [
  ...group('CaseStatus', [
    ['Status', 'text', 'c.status', { column: 'status' }],
    ['CurrentTargetDate', 'date', 'c.target_on', { column: 'target_on' }],
    ['CurrentTargetDays', 'number', 'c.target_days'],
    ['CurrentStage', 'number', 'c.current_stage'],
    ['CurrentOutcome', 'text', 'c.outcome', { column: 'outcome' }],
    ['CurrentOutcomeDate', 'date', 'c.outcome_on', { column: 'outcome_on' }],
    ['CurrentStageOutcome', 'text', ofCurrentStage('outcome')],
    ['CurrentStageOutcomeDate', 'date', ofCurrentStage('completed_on')],
  ]),
  ...group('CaseStatusReceipt', [
    ['Method', 'text', 'c.received_method', { column: 'received_method' }],
    ['CreatedBy', 'text', 'c.created_by'],
    ['DateReceived', 'date', 'c.received_on'],
    ['TimeCreated', 'date-time', 'c.created_at'],
  ]),
  ...group('CaseStatusTouchTimes', [
    ['FirstTouchTime', 'date-time', 'c.first_touched_at'],
    ['LastUpdatedTime', 'date-time', 'c.updated_at'],
    ['LastTouchTime', 'date-time', 'c.last_touched_at'],
  ]),
  ...group('CaseStatusAcceptance', [['DateAccepted', 'date', 'c.accepted_on']]),
  ...group('CaseStatusRejection', [
    ['DateReturned', 'date', 'c.returned_on'],
    ['ReturnedReason', 'text', 'c.returned_reason'],
  ]),
  ...group('CaseStatusWithdrawal', [
    ['DateWithdrawn', 'date', 'c.withdrawn_on'],
    ['WithdrawnReason', 'text', 'c.withdrawn_reason'],
  ]),
  ...group('CaseStatusClosure', [
    ['DateClosed', 'date', 'c.closed_on'],
    ['ClosureInTarget', 'flag', 'c.is_closed_in_target'],
  ]),
]

// the first stage begins with the case: it has no date of receipt of its own
const stage = (number: 1 | 2 | 3 | 4): readonly Attribute[] =>
  group(`CaseStageStage${number}`, [
    ['TargetDays', 'number', `s${number}.target_days`],
    ...(number === 1 ? [] : [['DateReceived', 'date', `s${number}.received_on`] as const]),
    ['DateDue', 'date', `s${number}.due_on`],
    ['Outcome', 'text', `s${number}.outcome`],
    ['OutcomeDetails', 'text', `s${number}.outcome_details`, { isPersonal: true }],
    ['OutcomeBy', 'text', `s${number}.outcome_by`],
    ['DateCompleted', 'date', `s${number}.completed_on`],
    ['ResponseInTarget', 'flag', `s${number}.is_in_target`],
  ])

/**
 * The attributes that every case has, in the order in which they are answered (contract 6.7). The attributes
 * of a case's form go before them. Equality answers are in none.
 */
export const caseAttributes: readonly Attribute[] = Object.freeze([
  ...caseDetails,
  ...caseStatus,
  ...stage(1),
  ...stage(2),
  ...stage(3),
  ...stage(4),
  ...partyAttributes,
])
