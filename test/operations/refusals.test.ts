import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Operation } from '#kernel/operation.ts'
import { Refusal } from '#kernel/refusal.ts'
import { allOperations } from '#operations'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { takenReference } from '#test/examples/accounts.ts'
import { lastingChange } from '#test/examples/change-log.ts'
import {
  busyAnswer,
  clearedCase,
  droppedAnswer,
  foreignTeamAnswer,
  idleAnswer,
  ownAnswer,
} from '#test/examples/clearance.ts'
import { closedCase, doneRemedy, openRemedy } from '#test/examples/complaints.ts'
import { draftWithFault, typeWithDraft } from '#test/examples/drafts.ts'
import { addExampleData, firstExample } from '#test/examples/data.ts'
import { buriedMerge, mergedPerson, undoneMerge } from '#test/examples/people.ts'
import { undoneChange } from '#test/examples/queues.ts'
import { doneTask, openTask, sentLetter } from '#test/examples/stages.ts'
import { contentsOf } from '#test/tables.ts'

/** What to send, beyond or instead of an example, to be refused so; undefined takes a parameter away. */
type Provocation = Readonly<Record<string, string | undefined>>

const staleForm: Provocation = {
  Outcome: 'answered',
  Ending: 'duplicate',
  'Field.Details': 'As it was',
  'Seen.Details': 'stale',
  'Field.Finding': 'As it was',
  'Seen.Finding': 'stale',
}
const uncased: Provocation = { CaseId: '700999' }
const provocations: Readonly<Record<string, Provocation>> = {
  unknownCase: uncased,
  unknownCaseType: { Type: 'NoSuch', CaseType: 'NoSuch' },
  unknownForm: { Type: 'NoSuch' },
  unknownAccount: { ExternalAccountId: 'ACC-0', Account: '999' },
  accountTaken: { Reference: takenReference },
  unknownReport: { ReportId: '55999' },
  unknownTask: { CaseId: '700123', ExternalId: undefined, Task: 'NOSUCH' },
  taskCannotBeCompleted: { CaseId: '700123', ExternalId: undefined, Task: 'DONECALL' },
  unknownUser: { UserName: 'nobody' },
  unknownCorrespondence: { Id: 'C999', Type: undefined },
  unknownAttribute: { Attribute: 'NoSuch', Value: 'x' },
  caseNumberTaken: { RequestId: '700123' },
  customerReferenceTaken: { Id: 'C90018', NewId: 'C90017' },
  documentMissing: { 'Document1.URL': undefined },
  unknownAbsence: { Absence: '999' },
  assignedMeanwhile: { Seen: 'NOSUCH/nobody' },
  unknownFlag: { Flag: '999' },
  unknownPerson: { Person: '999999' },
  personMerged: { Person: mergedPerson },
  unknownMerge: { Merge: '999' },
  mergeUndone: { Merge: undoneMerge },
  mergedOnward: { Merge: buriedMerge },
  unknownContact: { Contact: '999' },
  unknownAlert: { AlertNumber: '999' },
  unknownDraft: { Draft: '999' },
  unknownCallFile: { CallFile: '999' },
  unknownClockEvent: { ClockEvent: '999' },
  unknownDeadline: { Deadline: 'NOSUCH' },
  unknownDocument: { Document: 'D999', ref: 'D999' },
  unknownPack: { Pack: 'nosuch' },
  documentNotRetrieved: { ref: 'D1', Document: 'D1' },
  unknownApiKey: { ApiKey: '999' },
  secretShown: { ApiKey: '1' },
  unknownPoint: { Point: '999' },
  unknownRemedy: { Remedy: '999' },
  complaintAnswered: { CaseId: closedCase },
  complaintClosed: { CaseId: closedCase },
  changedMeanwhile: { Version: '999' },
  remedySettled: { Remedy: doneRemedy },
  remedyOpen: { Remedy: openRemedy },
  unknownAnswer: { Answer: '999' },
  answersClosed: { CaseId: closedCase },
  answerDropped: { CaseId: clearedCase, Answer: droppedAnswer },
  clearanceRunning: { CaseId: clearedCase, Answer: busyAnswer },
  noClearance: { Answer: idleAnswer },
  clearanceMovedOn: { Step: 'another' },
  notInTeam: { Answer: foreignTeamAnswer },
  ownDraft: { Answer: ownAnswer },
  notToWithdraw: { Answer: busyAnswer },
  informationClosed: { CaseId: closedCase },
  unknownActivity: { Activity: '999' },
  unknownOtherCase: { OtherCase: '700999' },
  alreadyLinked: { OtherCase: '1014' },
  noSuchLink: { OtherCase: '700124' },
  notMerged: { OtherCase: '1094' },
  notLinked: { OtherCase: '700124' },
  unknownPart: { Part: '999' },
  notClaimed: { Exemption: 'FOIA s41' },
  unknownSearch: { Search: '999' },
  unknownSession: { Session: '999' },
  unknownThirdParty: { ThirdParty: '999' },
  caseClosed: { CaseId: closedCase, Stage: undefined },
  caseOpen: { CaseId: '1001' },
  movedMeanwhile: { Stage: 'second' },
  unknownLetter: { Letter: '999', Template: 'NOSUCH' },
  letterSettled: { Letter: sentLetter },
  unknownSavedFilter: { SavedFilter: '999' },
  unknownBulkChange: { BulkChange: '999' },
  bulkChangeUndone: { BulkChange: undoneChange },
  taskIsOpen: { TaskNumber: openTask },
  detailsChangedMeanwhile: staleForm,
  unknownJob: { Job: '999' },
  unknownChange: { ChangeNumber: '999' },
  notRestorable: { ChangeNumber: lastingChange },
  unknownOption: { Option: '999' },
  unknownStaff: { UserName: 'nobody' },
  unknownTeam: { TeamCode: 'NOSUCH' },
  unknownTypeDraft: { TypeDraft: '999' },
  unknownDraftPart: { DraftPart: 'fields/NoSuch', Field: 'NoSuch', Stage: 'nosuch' },
  unknownPublishedType: { CaseType: 'NoSuch' },
  draftExists: { CaseType: typeWithDraft, Definition: `{ "name": "${typeWithDraft}" }` },
  nothingWaits: { CaseType: 'Complaint' },
  draftAtFault: { TypeDraft: draftWithFault },
  unknownReader: { UserName: 'nobody' },
  unknownBar: { UserName: 'nobody' },
  nothingToOpen: uncased,
  unknownRole: { Role: 'nosuch' },
  roleInUse: { Role: 'held' },
  builtInRole: { Role: 'auditor' },
  notInThatTeam: { UserName: 'nobody' },
  noIdentity: { UserName: 'nobody' },
}
/** Operations that name a task by its number. */
const byNumber: Readonly<Record<string, Provocation>> = {
  unknownTask: { TaskNumber: '999' },
  taskCannotBeCompleted: { TaskNumber: doneTask },
}
/** Where an operation names no unknown case as others do: a case that is not named is a flaw of it. */
const byName: Readonly<Record<string, Readonly<Record<string, Provocation>>>> = {
  completetask: byNumber,
  undotask: byNumber,
  reassigntask: byNumber,
  getcasedocuments: { unknownCase: { CaseId: undefined, ExternalId: undefined } },
}

let stage: ContractStage
before(async () => {
  stage = await contractStage()
  await addExampleData(stage)
})
after(() => stage.close())

function provoking(operation: Operation, refused: string): Readonly<Record<string, string>> {
  const provocation = byName[operation.name]?.[refused] ?? provocations[refused]
  assert.ok(provocation, `a way to be refused with ${refused}`)
  return Object.fromEntries(
    Object.entries({ ...firstExample(operation), ...provocation }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  )
}

for (const operation of allOperations)
  for (const { name: refused } of operation.errors)
    test(`${operation.name} refuses with ${refused}, and nothing is written`, async () => {
      const held = await contentsOf(stage.test)
      const sent = provoking(operation, refused)
      await assert.rejects(stage.perform(operation, sent), (error) => {
        assert.ok(error instanceof Refusal, String(error))
        assert.equal(error.kind.name, refused)
        return true
      })
      assert.deepEqual(await contentsOf(stage.test), held)
    })
