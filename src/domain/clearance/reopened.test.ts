import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/operation.ts'
import { clearanceStage, type ClearanceStage } from '#test/clearance-stage.ts'
import {
  clearAnswer,
  clearanceFacts,
  clearedAnswer,
  draftAnswer,
  getAnswers,
  returnAnswer,
  startClearance,
} from './index.ts'

let stage: ClearanceStage
before(async () => {
  stage = await clearanceStage()
})
after(() => stage.close())

const CaseId = '700122'
const act = (
  operation: Operation,
  sent: Readonly<Record<string, string>>,
  actor: Actor = stage.drafter,
) => stage.perform(operation, { CaseId, ...sent }, actor)
const haveCleared = async () => {
  await act(startClearance, { Answer: '1', Version: '1', Chain: 'short' })
  await act(clearAnswer, { Answer: '1', Version: '1', Step: 'lawyer' }, stage.lawyer)
}
const standing = async () => {
  const shown = await act(getAnswers, {})
  const [answer] = (shown as Awaited<ReturnType<(typeof getAnswers)['handle']>>).answers
  const [facts, sent] = await stage.test.database.read(stage.organisationId, (db) =>
    Promise.all([clearanceFacts(db, Number(CaseId)), clearedAnswer(db, Number(CaseId))]),
  )
  return [answer?.standing, facts, sent]
}
const reopen = async (at: string, particulars: object) => {
  await stage.test.sql(
    `insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
     values ($1, $2, 'caseReopened', $3, 'Dee, Sam', $4)`,
    [stage.organisationId, CaseId, JSON.stringify(particulars), at],
  )
  stage.clock.set(at)
}

test('what was cleared before a case was opened again is none of what it is answered with now', async () => {
  const cleared = { isCleared: true, isClearanceOpen: false }
  const uncleared = { isCleared: false, isClearanceOpen: false }
  await act(draftAnswer, { Title: 'Reply', Body: 'Dear Miss Bell' })
  await haveCleared()
  await reopen('2026-03-15T10:00:00Z', { reopening: 'closing undone' })
  assert.deepEqual(await standing(), ['cleared', cleared, 'Dear Miss Bell'])
  await reopen('2026-03-16T10:00:00Z', { reopening: 'More was said', closedOn: '2026-03-15' })
  const before = 'cleared before the case was reopened'
  assert.deepEqual(await standing(), [before, uncleared, undefined])
  stage.clock.set('2026-03-16T11:00:00Z')
  await act(startClearance, { Answer: '1', Version: '1', Chain: 'short' })
  const asked = { isCleared: false, isClearanceOpen: true }
  assert.deepEqual(await standing(), ['being cleared', asked, undefined])
  const step = { Answer: '1', Version: '1', Step: 'lawyer' }
  await act(returnAnswer, { ...step, Remarks: 'Said already' }, stage.lawyer)
  assert.deepEqual(await standing(), ['returned', asked, undefined])
  await haveCleared()
  assert.deepEqual(await standing(), ['cleared', cleared, 'Dear Miss Bell'])
})
