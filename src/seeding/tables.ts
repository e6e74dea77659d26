import { detailColumns } from '#domain/customers/index.ts'
import { bool, date, float8, instant, int4, int8, json, nullable } from '#platform/columns.ts'
import { numeric, text, type Row } from '#platform/columns.ts'

/** The columns of customers that are seeded. */
export const customerColumns = {
  customerId: int8,
  reference: nullable(text),
  ...detailColumns,
  createdAt: instant,
  updatedAt: instant,
} as const
export type CustomerRow = Row<typeof customerColumns>

export const accountColumns = {
  accountId: int8,
  accountType: text,
  reference: text,
  description: nullable(text),
  status: nullable(text),
  balance: nullable(numeric),
  balanceOn: nullable(date),
  startOn: nullable(date),
  closedOn: nullable(date),
  updatedAt: instant,
} as const
export type AccountRow = Row<typeof accountColumns>

export const caseColumns = {
  caseId: int8,
  externalId: nullable(text),
  caseTypeId: int8,
  caseTypeVersion: int4,
  label: text,
  status: text,
  rating: nullable(text),
  isConfidential: bool,
  isPublished: bool,
  teamId: nullable(int8),
  assignedUserId: nullable(int8),
  accountId: nullable(int8),
  receivedAt: instant,
  receivedOn: date,
  receivedMethod: text,
  createdAt: instant,
  createdBy: text,
  firstTouchedAt: nullable(instant),
  lastTouchedAt: nullable(instant),
  updatedAt: instant,
  targetDays: nullable(int4),
  targetOn: nullable(date),
  currentStage: nullable(int4),
  acceptedOn: nullable(date),
  returnedOn: nullable(date),
  returnedReason: nullable(text),
  withdrawnOn: nullable(date),
  withdrawnReason: nullable(text),
  closedOn: nullable(date),
  isClosedInTarget: nullable(bool),
  outcome: nullable(text),
  outcomeOn: nullable(date),
  totalRedress: nullable(numeric),
  satisfaction: nullable(text),
  latitude: nullable(float8),
  longitude: nullable(float8),
  placePostcode: nullable(text),
  attributes: json<Readonly<Record<string, string>>>(),
} as const
export type CaseRow = Row<typeof caseColumns>

export const partyColumns = { caseId: int8, role: text, position: int4, customerId: int8 } as const

export const stageColumns = {
  caseId: int8,
  track: text,
  code: text,
  stage: nullable(int4),
  startedAt: instant,
  endedAt: nullable(instant),
  targetDays: int4,
  receivedOn: date,
  dueOn: date,
  outcome: nullable(text),
  outcomeDetails: nullable(text),
  outcomeBy: nullable(text),
  completedOn: nullable(date),
  isInTarget: nullable(bool),
} as const
export type StageRow = Row<typeof stageColumns>

export const clockEventColumns = {
  caseId: int8,
  name: text,
  happenedOn: date,
  recordedBy: text,
  recordedAt: instant,
} as const
export type ClockEventRow = Row<typeof clockEventColumns>

export const classificationColumns = { caseId: int8, groupName: text, value: text } as const

export const flagColumns = { caseId: int8, parameter: text, text, raisedAt: instant } as const

export const eventColumns = {
  caseId: int8,
  kind: text,
  particulars: json<Readonly<Record<string, unknown>>>(),
  actor: text,
  occurredAt: instant,
} as const
export type EventRow = Row<typeof eventColumns>

export const noteColumns = {
  noteId: int8,
  caseId: int8,
  kind: text,
  body: text,
  isVisibleToCustomer: bool,
  author: text,
  addedAt: instant,
} as const
export type NoteRow = Row<typeof noteColumns>

export const taskColumns = {
  taskId: int8,
  caseId: int8,
  code: text,
  title: text,
  dueOn: nullable(date),
  teamId: nullable(int8),
  assignedUserId: nullable(int8),
  createdAt: instant,
  completedAt: nullable(instant),
  completedBy: nullable(text),
  updatedAt: instant,
} as const
export type TaskRow = Row<typeof taskColumns>

export const actionColumns = {
  actionId: int8,
  caseId: int8,
  form: text,
  title: text,
  attributes: json<Readonly<Record<string, string>>>(),
  taskId: nullable(int8),
  submittedBy: text,
  submittedAt: instant,
} as const
export type ActionRow = Row<typeof actionColumns>

export const documentColumns = {
  documentId: int8,
  caseId: int8,
  position: int4,
  name: text,
  mediaType: text,
  url: nullable(text),
  isUrlPublic: bool,
  category: text,
  isInSummary: bool,
  isSelfService: bool,
  state: text,
  failure: nullable(text),
  contentHash: nullable(text),
  contentSize: nullable(int8),
  documentAt: instant,
  author: text,
} as const
export type DocumentRow = Row<typeof documentColumns>

export const correspondenceColumns = {
  caseId: int8,
  code: text,
  name: text,
  channel: text,
  subject: text,
  body: text,
  author: text,
  createdAt: instant,
  processedAt: instant,
  updatedAt: instant,
  isSelfService: bool,
} as const
export type CorrespondenceRow = Row<typeof correspondenceColumns>

export const useColumns = { userId: int8, caseId: int8, usedAt: instant } as const
