import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/operation.ts'
import { clearanceStage, type ClearanceStage } from '#test/clearance-stage.ts'
import { refusedAs } from '#test/refused-as.ts'
import { admissionOf } from './clearer.ts'
import {
  clearAnswer,
  draftAnswer,
  endDeputy,
  getAnswers,
  getDeputies,
  nameDeputy,
  startClearance,
} from './index.ts'

let stage: ClearanceStage
before(async () => {
  stage = await clearanceStage()
  await beginClearance()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
const CaseId = '700122'
const act = (operation: Operation, sent: Sent, actor: Actor) =>
  stage.perform(operation, sent, actor)

async function beginClearance(): Promise<void> {
  await act(draftAnswer, { CaseId, Title: 'Reply', Body: 'Dear Miss Bell' }, stage.drafter)
  const named = { CaseId, Answer: '1', Version: '1' }
  await act(startClearance, { ...named, Chain: 'short' }, stage.drafter)
}
const clear = (actor: Actor) =>
  act(clearAnswer, { CaseId, Answer: '1', Version: '1', Step: 'lawyer' }, actor)
const openStep = async (actor: Actor) => {
  const shown = await act(getAnswers, { CaseId }, actor)
  return (shown as Awaited<ReturnType<(typeof getAnswers)['handle']>>).answers[0]?.openStep
}
const deputiesOf = async (actor: Actor) =>
  (await act(getDeputies, {}, actor)) as Awaited<ReturnType<(typeof getDeputies)['handle']>>

test('a deputy may not act before the first day or after the last', async () => {
  const name = (From: string, Until: string) =>
    act(nameDeputy, { UserName: 'ppenn', From, Until }, stage.lawyer)
  await name('2026-03-15', '2026-03-20')
  await assert.rejects(clear(stage.pressOfficer), refusedAs('notInTeam'))
  await name('2026-03-01', '2026-03-13')
  await assert.rejects(clear(stage.pressOfficer), refusedAs('notInTeam'))
  assert.deepEqual(await deputiesOf(stage.lawyer), { deputies: [] })
  await assert.rejects(name('2026-03-20', '2026-03-19'), refusedAs('invalidInput'))
})

test('nobody is their own deputy, nor is somebody who is not there', async () => {
  for (const UserName of ['llaw', 'nobody'])
    await assert.rejects(act(nameDeputy, { UserName }, stage.lawyer), refusedAs('invalidInput'))
})

test('of whoever wrote the answer a deputy may not clear it', async () => {
  await act(nameDeputy, { UserName: 'sdee' }, stage.lawyer)
  await assert.rejects(clear(stage.drafter), refusedAs('ownDraft'))
})

test('whoever is a deputy no longer may not act', async () => {
  await act(nameDeputy, { UserName: 'ppenn' }, stage.lawyer)
  assert.deepEqual(
    (await deputiesOf(stage.lawyer)).deputies.map(({ userName }) => userName),
    ['sdee', 'ppenn'],
  )
  await act(endDeputy, { UserName: 'ppenn' }, stage.lawyer)
  await assert.rejects(clear(stage.pressOfficer), refusedAs('notInTeam'))
  const again = act(endDeputy, { UserName: 'ppenn' }, stage.lawyer)
  await assert.rejects(again, refusedAs('unknownDeputy'))
})

test('a deputy clears in the place of a member, and it is said in whose', async () => {
  await act(nameDeputy, { UserName: 'ppenn', From: '14/3/2026', Until: '14/3/2026' }, stage.lawyer)
  const open = await openStep(stage.pressOfficer)
  assert.deepEqual([open?.mayTake, open?.onBehalfOf], [true, 'Law, Lena'])
  await clear(stage.pressOfficer)
  const [step] = await stage.test.sql(
    `select t.full_name as "takenBy", b.full_name as "onBehalfOf"
     from clearance_steps s
     join users t on t.user_id = s.taken_by join users b on b.user_id = s.on_behalf_of
     where s.organisation_id = $1`,
    [stage.organisationId],
  )
  assert.deepEqual(step, { takenBy: 'Penn, Pat', onBehalfOf: 'Law, Lena' })
})

test('who is a member and a deputy too acts for themselves', () => {
  const [own, other] = [1, 2].map((userId) => ({ userId, name: `Person ${userId}` }))
  assert.ok(own && other)
  const asked = { userId: 1, authors: new Set<number>() }
  assert.deepEqual(admissionOf({ ...asked, members: [own, other] }), {
    isAdmitted: true,
    onBehalfOf: undefined,
  })
  assert.deepEqual(admissionOf({ ...asked, members: [other] }), {
    isAdmitted: true,
    onBehalfOf: other,
  })
  assert.deepEqual(admissionOf({ ...asked, members: [other], authors: new Set([2]) }), {
    isAdmitted: false,
    because: 'own draft',
  })
})
