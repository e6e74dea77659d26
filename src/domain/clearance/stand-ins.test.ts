import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { endAbsence, setAbsence } from '#domain/assignment/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/operation.ts'
import { clearanceStage, type ClearanceStage } from '#test/clearance-stage.ts'
import { refusedAs } from '#test/refused-as.ts'
import { admissionOf } from '#domain/clearers/index.ts'
import { clearAnswer, draftAnswer, getAnswers, returnAnswer, startClearance } from './index.ts'

let stage: ClearanceStage
before(async () => {
  stage = await clearanceStage()
  await begin('700122', stage.drafter)
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
const act = (operation: Operation, sent: Sent, actor: Actor) =>
  stage.perform(operation, sent, actor)

async function begin(CaseId: string, author: Actor): Promise<void> {
  await act(draftAnswer, { CaseId, Title: 'Reply', Body: 'Dear Miss Bell' }, author)
  await act(startClearance, { CaseId, Answer: '1', Version: '1', Chain: 'short' }, author)
}
const step = { Answer: '1', Version: '1', Step: 'lawyer' }
const clear = (actor: Actor, CaseId = '700122') => act(clearAnswer, { CaseId, ...step }, actor)
const openStep = async (actor: Actor) => {
  const shown = await act(getAnswers, { CaseId: '700122' }, actor)
  return (shown as Awaited<ReturnType<(typeof getAnswers)['handle']>>).answers[0]?.openStep
}

/** Notes that Lena is away, and does something before she is back. */
async function whileAway(
  [From, Until, StandIn]: readonly [string, string, string?],
  then: () => Promise<void>,
): Promise<void> {
  const sent = { From, Until, Kind: 'leave', ...(StandIn ? { StandIn } : {}) }
  const { absence } = (await act(setAbsence, sent, stage.lawyer)) as { absence: number }
  await then()
  await act(endAbsence, { Absence: `${absence}` }, stage.lawyer)
}

test('whoever stands in may not act before the first day away or after the last', async () => {
  await whileAway(['2026-03-15', '2026-03-20', 'ppenn'], async () => {
    await assert.rejects(clear(stage.pressOfficer), refusedAs('notInTeam'))
  })
  await stage.test.sql(
    `insert into absences (organisation_id, user_id, from_on, until_on, stand_in_user_id, kind, recorded_by, recorded_at)
     values ($1, $2, '2026-03-01', '2026-03-13', $3, 'leave', 'Law, Lena', '2026-02-20')`,
    [stage.organisationId, stage.lawyer.id, stage.pressOfficer.id],
  )
  await assert.rejects(clear(stage.pressOfficer), refusedAs('notInTeam'))
})

test('while somebody is away for whom nobody stands in, nobody acts for them', () =>
  whileAway(['2026-03-14', '2026-03-14'], async () => {
    await assert.rejects(clear(stage.pressOfficer), refusedAs('notInTeam'))
  }))

test('whoever wrote the answer may not clear it by standing in', () =>
  whileAway(['2026-03-14', '2026-03-14', 'sdee'], async () => {
    await assert.rejects(clear(stage.drafter), refusedAs('ownDraft'))
  }))

test('what somebody away has written may not be cleared or returned by who stands in', async () => {
  const CaseId = '700123'
  await begin(CaseId, stage.lawyer)
  await whileAway(['2026-03-14', '2026-03-20', 'ppenn'], async () => {
    await assert.rejects(clear(stage.pressOfficer, CaseId), refusedAs('ownDraft'))
    const back = act(returnAnswer, { CaseId, ...step, Remarks: 'No' }, stage.pressOfficer)
    await assert.rejects(back, refusedAs('ownDraft'))
  })
})

test('once the member is back, who stood in may not act', async () => {
  await whileAway(['2026-03-14', '2026-03-20', 'ppenn'], async () => {
    assert.equal((await openStep(stage.pressOfficer))?.mayTake, true)
  })
  await assert.rejects(clear(stage.pressOfficer), refusedAs('notInTeam'))
})

test('a stand-in clears in the place of a member, and it is said in whose', () =>
  whileAway(['2026-03-14', '2026-03-14', 'ppenn'], async () => {
    const open = await openStep(stage.pressOfficer)
    assert.deepEqual([open?.mayTake, open?.onBehalfOf], [true, 'Law, Lena'])
    await clear(stage.pressOfficer)
    const [taken] = await stage.test.sql(
      `select t.full_name as "takenBy", b.full_name as "onBehalfOf"
       from clearance_steps s
       join users t on t.user_id = s.taken_by join users b on b.user_id = s.on_behalf_of
       where s.organisation_id = $1`,
      [stage.organisationId],
    )
    assert.deepEqual(taken, { takenBy: 'Penn, Pat', onBehalfOf: 'Law, Lena' })
  }))

test('who is a member and stands in for another acts for themselves', () => {
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
