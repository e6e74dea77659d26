import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { endAbsence, setAbsence } from '#domain/assignment/index.ts'
import { getNotices } from '#domain/reminders/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/operation.ts'
import { clearanceStage, type ClearanceStage } from '#test/clearance-stage.ts'
import { refusedAs } from '#test/refused-as.ts'
import { listAnswersToClear } from '#domain/clearers/index.ts'
import {
  amendAnswer,
  clearAnswer,
  clearanceFacts,
  draftAnswer,
  dropAnswer,
  getAnswers,
  returnAnswer,
  startClearance,
  withdrawClearance,
} from './index.ts'

let stage: ClearanceStage
before(async () => {
  stage = await clearanceStage()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
type Shown = Awaited<ReturnType<(typeof getAnswers)['handle']>>

const act = (operation: Operation, sent: Sent, actor: Actor = stage.drafter) =>
  stage.perform(operation, sent, actor)
const look = async (CaseId: string, actor?: Actor): Promise<Shown> =>
  (await act(getAnswers, { CaseId }, actor)) as Shown
const factsOf = (CaseId: string) =>
  stage.test.database.read(stage.organisationId, (db) => clearanceFacts(db, Number(CaseId)))
const isGiven = async (CaseId: string) => (await factsOf(CaseId)).isCleared
const isOpen = async (CaseId: string) => (await factsOf(CaseId)).isClearanceOpen

/** Drafts an answer and asks for it to be cleared; gives its number. */
async function beginClearance(CaseId: string, Chain = 'full'): Promise<string> {
  const sent = { CaseId, Title: 'Reply', Body: 'Dear Miss Bell' }
  const { answer } = (await act(draftAnswer, sent)) as { answer: number }
  await act(startClearance, { CaseId, Answer: `${answer}`, Version: '1', Chain })
  return `${answer}`
}
const clear = (CaseId: string, sent: Sent, actor: Actor) =>
  act(clearAnswer, { CaseId, Version: '1', ...sent }, actor)

test('an answer goes through the steps of its chain, each by its own team, and is then cleared', async () => {
  const CaseId = '700122'
  assert.equal(await isGiven(CaseId), false)
  assert.equal(await isOpen(CaseId), false)
  const Answer = await beginClearance(CaseId)
  assert.equal(await isOpen(CaseId), true)
  assert.equal((await look(CaseId)).answers[0]?.openStep?.step, 'lawyer')
  const press = { Answer, Step: 'press' }
  await assert.rejects(clear(CaseId, press, stage.pressOfficer), refusedAs('clearanceMovedOn'))
  const lawyers = { Answer, Step: 'lawyer', Remarks: 'Sound' }
  await assert.rejects(clear(CaseId, lawyers, stage.pressOfficer), refusedAs('notInTeam'))
  const first = await clear(CaseId, lawyers, stage.lawyer)
  assert.deepEqual(first, { caseId: 700122, answer: 1, step: 'lawyer', state: 'running' })
  assert.equal(await isGiven(CaseId), false)
  const second = await clear(CaseId, press, stage.pressOfficer)
  assert.deepEqual(second, { caseId: 700122, answer: 1, step: 'press', state: 'given' })
  assert.equal(await isGiven(CaseId), true)
  assert.equal(await isOpen(CaseId), false)
  const [answer] = (await look(CaseId)).answers
  assert.equal(answer?.standing, 'cleared')
  assert.deepEqual(
    answer.clearances[0]?.steps.map((step) => [step.name, step.state, step.takenBy, step.remarks]),
    [
      ['Legal', 'cleared', 'Law, Lena', 'Sound'],
      ['Press office', 'cleared', 'Penn, Pat', null],
    ],
  )
})

test('what is changed after it was cleared needs clearance anew, and every wording stays', async () => {
  const sent = { CaseId: '700122', Answer: '1', Version: '1', Title: 'Reply', Body: 'Dear Ann' }
  await act(amendAnswer, sent)
  assert.equal(await isGiven('700122'), false)
  assert.equal(await isOpen('700122'), true)
  const [answer] = (await look('700122')).answers
  assert.equal(answer?.standing, 'changed since it was cleared')
  assert.deepEqual(
    answer.versions.map(({ version, body }) => [version, body]),
    [
      [2, 'Dear Ann'],
      [1, 'Dear Miss Bell'],
    ],
  )
  await assert.rejects(act(amendAnswer, sent), refusedAs('changedMeanwhile'))
})

test('an answer is returned with remarks, changed, and cleared from the first step on', async () => {
  const CaseId = '700123'
  const Answer = await beginClearance(CaseId)
  await clear(CaseId, { Answer, Step: 'lawyer' }, stage.lawyer)
  const back = { CaseId, Answer, Version: '1', Step: 'press' }
  await assert.rejects(act(returnAnswer, back, stage.pressOfficer), refusedAs('invalidInput'))
  await act(returnAnswer, { ...back, Remarks: 'Too long' }, stage.pressOfficer)
  const [returned] = (await look(CaseId)).answers
  assert.equal(returned?.standing, 'returned')
  assert.equal(await isOpen(CaseId), true)
  assert.equal(returned.clearances[0]?.steps[1]?.remarks, 'Too long')
  await act(amendAnswer, { CaseId, Answer, Version: '1', Title: 'Reply', Body: 'Short' })
  await act(startClearance, { CaseId, Answer, Version: '2', Chain: 'full' })
  const stale = { Answer, Step: 'lawyer' }
  await assert.rejects(clear(CaseId, stale, stage.lawyer), refusedAs('clearanceMovedOn'))
  await clear(CaseId, { ...stale, Version: '2' }, stage.lawyer)
  await clear(CaseId, { Answer, Step: 'press', Version: '2' }, stage.pressOfficer)
  assert.equal(await isGiven(CaseId), true)
})

const told = async (actor: Actor) => {
  const { notices } = (await act(getNotices, {}, actor)) as Awaited<
    ReturnType<(typeof getNotices)['handle']>
  >
  return notices.map(({ caseId, text, isSeen }) => ({ caseId, text, isSeen }))
}
const reached = (caseId: number, answer: number) => ({
  caseId,
  text: `Answer ${answer} has reached you: it waits for you or your team to clear it`,
  isSeen: false,
})

test('whoever wrote what is returned has a notice of it, and whoever is next to clear', async () => {
  assert.deepEqual(await told(stage.drafter), [
    {
      caseId: 700123,
      text: 'Answer 1 was not cleared: it has been returned to you with remarks',
      isSeen: false,
    },
  ])
  const toLawyers = [reached(700123, 1), reached(700123, 1), reached(700122, 1)]
  assert.deepEqual(await told(stage.lawyer), toLawyers)
  assert.deepEqual(await told(stage.otherLawyer), toLawyers)
  assert.deepEqual(await told(stage.pressOfficer), toLawyers)
})

test('nobody clears what they drafted, whichever of its wordings was theirs', async () => {
  const CaseId = '700124'
  const drafted = { CaseId, Title: 'Reply', Body: 'Mine' }
  await act(draftAnswer, drafted, stage.lawyer)
  const named = { CaseId, Answer: '1', Version: '1' }
  await act(amendAnswer, { ...named, Title: 'Reply', Body: 'Mended' })
  const second = { ...named, Version: '2' }
  await act(startClearance, { ...second, Chain: 'short' })
  const step = { Answer: '1', Version: '2', Step: 'lawyer' }
  await assert.rejects(clear(CaseId, step, stage.lawyer), refusedAs('ownDraft'))
  assert.equal((await look(CaseId, stage.lawyer)).answers[0]?.openStep?.isOwnDraft, true)
  const back = { CaseId, ...step, Remarks: 'No' }
  await assert.rejects(act(returnAnswer, back, stage.lawyer), refusedAs('ownDraft'))
  await clear(CaseId, step, stage.otherLawyer)
  assert.equal(await isGiven(CaseId), true)
})

test('while an answer is being cleared it stays as it is, until that is withdrawn', async () => {
  const CaseId = '700124'
  const Answer = await beginClearance(CaseId)
  const named = { CaseId, Answer, Version: '1' }
  const wording = { ...named, Title: 'Reply', Body: 'Other' }
  await assert.rejects(act(amendAnswer, wording), refusedAs('clearanceRunning'))
  const drop = { ...named, Reason: 'x' }
  await assert.rejects(act(dropAnswer, drop), refusedAs('clearanceRunning'))
  const again = { ...named, Chain: 'short' }
  await assert.rejects(act(startClearance, again), refusedAs('clearanceRunning'))
  assert.equal(await isGiven(CaseId), false)
  assert.equal(await isOpen(CaseId), true)
  await act(withdrawClearance, { CaseId, Answer, Reason: 'A document turned up' })
  assert.deepEqual(await factsOf(CaseId), { isCleared: false, isClearanceOpen: false })
  const step = { Answer, Step: 'lawyer' }
  await assert.rejects(clear(CaseId, step, stage.lawyer), refusedAs('noClearance'))
  assert.equal((await look(CaseId)).answers.at(-1)?.standing, 'draft')
  await act(dropAnswer, drop)
  assert.equal(await isGiven(CaseId), true)
  await assert.rejects(act(startClearance, again), refusedAs('answerDropped'))
})

test('a chain that the case’s procedure does not have is not taken', async () => {
  const sent = { CaseId: '700122', Answer: '1', Version: '2', Chain: 'none' }
  await assert.rejects(act(startClearance, sent), refusedAs('invalidInput'))
})

test('of two who clear the same step at once, one is told that it has been done', async () => {
  const CaseId = '700122'
  const Answer = await beginClearance(CaseId)
  const both = await Promise.allSettled(
    [stage.lawyer, stage.otherLawyer].map((one) => clear(CaseId, { Answer, Step: 'lawyer' }, one)),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const [refused] = both.filter((one) => one.status === 'rejected')
  assert.ok(refusedAs('clearanceMovedOn')(refused?.reason))
})

test('the history tells what became of an answer', async () => {
  const told = await stage.test.sql(
    `select kind, particulars ->> 'step' as step, (particulars ->> 'isGiven')::boolean as "isGiven", actor
     from case_events where organisation_id = $1 and case_id = 700123 order by event_id`,
    [stage.organisationId],
  )
  assert.deepEqual(
    told.map(({ kind, step, isGiven: given, actor }) => [kind, step, given, actor]),
    [
      ['answerDrafted', null, null, 'Dee, Sam'],
      ['clearanceStarted', null, null, 'Dee, Sam'],
      ['answerCleared', 'lawyer', false, 'Law, Lena'],
      ['answerReturned', 'press', null, 'Penn, Pat'],
      ['answerAmended', null, null, 'Dee, Sam'],
      ['clearanceStarted', null, null, 'Dee, Sam'],
      ['answerCleared', 'lawyer', false, 'Law, Lena'],
      ['answerCleared', 'press', true, 'Penn, Pat'],
    ],
  )
})

test('the answers of a closed case stay as they are', async () => {
  await stage.test.sql(
    `update cases set closed_on = '2026-03-14' where organisation_id = $1 and case_id = 700123`,
    [stage.organisationId],
  )
  const sent = { CaseId: '700123', Title: 'Reply', Body: 'Late' }
  await assert.rejects(act(draftAnswer, sent), refusedAs('answersClosed'))
  const step = { Answer: '1', Version: '2', Step: 'lawyer' }
  await assert.rejects(clear('700123', step, stage.lawyer), refusedAs('answersClosed'))
  assert.equal((await look('700123')).mayDraft, false)
})

test('what waits for somebody is listed for those who may clear it, and for nobody else', async () => {
  type Waiting = Awaited<ReturnType<(typeof listAnswersToClear)['handle']>>
  const waiting = async (actor: Actor) =>
    ((await act(listAnswersToClear, {}, actor)) as Waiting).answers.map(
      ({ caseId, answer, step }) => [caseId, answer, step],
    )
  // what the tests before have left waiting
  await stage.test.sql(`update clearance_steps set state = 'waiting' where state = 'open'`)
  const sent = { CaseId: '700124', Title: 'Reply', Body: 'Mine' }
  const { answer } = (await act(draftAnswer, sent, stage.lawyer)) as { answer: number }
  const Answer = `${answer}`
  const named = { CaseId: '700124', Answer, Version: '1' }
  const noticesBefore = await told(stage.lawyer)
  await act(startClearance, { ...named, Chain: 'full' })
  assert.deepEqual(await waiting(stage.otherLawyer), [[700124, answer, 'Legal']])
  for (const other of [stage.lawyer, stage.pressOfficer, stage.drafter])
    assert.deepEqual(await waiting(other), [])
  assert.deepEqual(await told(stage.lawyer), noticesBefore)
  const confidential = (is: boolean) =>
    stage.test.sql(`update cases set is_confidential = $2 where organisation_id = $1`, [
      stage.organisationId,
      is,
    ])
  await confidential(true)
  assert.deepEqual(await waiting(stage.otherLawyer), [])
  await confidential(false)
  const away = { From: '2026-03-14', Until: '2026-03-14', Kind: 'leave', StandIn: 'ppenn' }
  const { absence } = (await act(setAbsence, away, stage.otherLawyer)) as { absence: number }
  assert.deepEqual(await waiting(stage.pressOfficer), [[700124, answer, 'Legal']])
  await act(endAbsence, { Absence: `${absence}` }, stage.otherLawyer)
  await clear('700124', { Answer, Step: 'lawyer' }, stage.otherLawyer)
  assert.deepEqual(await waiting(stage.otherLawyer), [])
  assert.deepEqual(await waiting(stage.pressOfficer), [[700124, answer, 'Press office']])
  assert.deepEqual((await told(stage.pressOfficer))[0], reached(700124, answer))
  const withdrawing = { CaseId: '700124', Answer, Reason: 'x' }
  await assert.rejects(
    act(withdrawClearance, withdrawing, stage.pressOfficer),
    refusedAs('notToWithdraw'),
  )
  await stage.test.sql(
    `update cases set assigned_user_id = $2 where organisation_id = $1 and case_id = 700124`,
    [stage.organisationId, stage.pressOfficer.id],
  )
  assert.equal((await look('700124', stage.pressOfficer)).answers.at(-1)?.mayWithdraw, true)
  await act(withdrawClearance, withdrawing, stage.pressOfficer)
  assert.deepEqual(await waiting(stage.pressOfficer), [])
})
