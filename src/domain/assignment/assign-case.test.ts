import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Refusal } from '#kernel/refusal.ts'
import { assignmentStage, type AssignmentStage } from '#test/assignment-stage.ts'
import { addStaff, sendAway } from '#test/staff.ts'
import { assignCase, assignStage, getAssignable, unassignCase } from './index.ts'

let stage: AssignmentStage
before(async () => {
  stage = await assignmentStage()
})
after(() => stage.close())

const newCase = async (sent: object = {}) =>
  (await stage.create({ Type: 'Complaint', ...sent })).caseId

suite('a case is assigned by hand', () => {
  test('to a person, with the person’s team, a reason in its history and a notice', async () => {
    const caseId = await newCase()
    const sent = { CaseId: String(caseId), To: 'person', UserName: 'ANN', Reason: 'Knows the road' }
    await stage.perform(assignCase, sent, stage.asBob())
    assert.deepEqual(await stage.holderOf(caseId), ['ROADS', 'ann', null])
    assert.deepEqual(await stage.toldOf(caseId), [
      { fromTeam: 'CUSTREL', toTeam: 'ROADS', toUser: 'ann', reason: 'Knows the road' },
    ])
    assert.deepEqual(await stage.noticesOf(caseId), [stage.ann])
    const { updated_at: updated, last_touched_at: touched } = await stage.theCase(caseId)
    assert.ok(updated && touched)
  })

  test('to oneself, without a notice', async () => {
    const caseId = await newCase()
    await stage.perform(assignCase, { CaseId: String(caseId), To: 'me' }, stage.asAnn())
    assert.deepEqual(await stage.holderOf(caseId), ['ROADS', 'ann', null])
    assert.deepEqual(await stage.noticesOf(caseId), [])
  })

  test('to the queue of a team, and back into the queue of its team', async () => {
    const caseId = await newCase()
    const CaseId = String(caseId)
    await stage.perform(assignCase, { CaseId, To: 'team', TeamCode: 'roads' }, stage.asBob())
    assert.deepEqual(await stage.holderOf(caseId), ['ROADS', null, null])
    await stage.perform(assignCase, { CaseId, To: 'me' }, stage.asAnn())
    await stage.perform(unassignCase, { CaseId, Reason: 'Leave' }, stage.asAnn())
    assert.deepEqual(await stage.holderOf(caseId), ['ROADS', null, null])
    assert.deepEqual((await stage.toldOf(caseId)).at(-1), {
      fromTeam: 'ROADS',
      fromUser: 'ann',
      toTeam: 'ROADS',
      reason: 'Leave',
    })
  })

  test('what is so already tells nothing', async () => {
    const caseId = await newCase()
    const CaseId = String(caseId)
    await stage.perform(assignCase, { CaseId, To: 'team', TeamCode: 'CUSTREL' }, stage.asBob())
    await stage.perform(unassignCase, { CaseId }, stage.asBob())
    assert.deepEqual(await stage.toldOf(caseId), [])
  })

  test('who is named must be there and may work on it', async () => {
    const CaseId = String(await newCase())
    const list = /from the list/
    await stage.flawed(assignCase, { CaseId, To: 'person' }, ['UserName', /Select a person/])
    await stage.flawed(assignCase, { CaseId, To: 'team' }, ['TeamCode', /Select a team/])
    await stage.flawed(assignCase, { CaseId, To: 'person', UserName: 'gone' }, ['UserName', list])
    await stage.flawed(assignCase, { CaseId, To: 'team', TeamCode: 'NONE' }, ['TeamCode', list])
    await stage.flawed(assignCase, { CaseId, To: 'person', UserName: 'eve' }, [
      'UserName',
      /may work/,
    ])
    const program = stage.actor()
    await stage.flawed(assignCase, { CaseId, To: 'me' }, ['To', /Select a person/], program)
  })

  test('a confidential case goes to nobody who may not see it', async () => {
    const caseId = await newCase()
    await stage.rows(
      `update cases set is_confidential = true where organisation_id = $1 and case_id = $2`,
      caseId,
    )
    const sent = { CaseId: String(caseId), To: 'person', UserName: 'ann' }
    await stage.flawed(assignCase, sent, ['UserName', /may work/], stage.asBob())
    const shown = await stage.perform(getAssignable, { CaseId: String(caseId) }, stage.asBob())
    const { people } = shown as { people: { userName: string }[] }
    assert.deepEqual(people.map(({ userName }) => userName).toSorted(), ['bob', 'sdee'])
  })

  test('of two who take a case from the same page the second is told', async () => {
    const caseId = await newCase()
    const CaseId = String(caseId)
    const { seen } = (await stage.perform(getAssignable, { CaseId }, stage.asAnn())) as {
      seen: string
    }
    const sent = { CaseId, To: 'me', Seen: seen }
    const both = await Promise.allSettled([
      stage.perform(assignCase, sent, stage.asAnn()),
      stage.perform(assignCase, sent, stage.asBob()),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const lost = both.find((each) => each.status === 'rejected')
    assert.ok(lost && (lost.reason as Refusal).kind.name === 'assignedMeanwhile')
    assert.equal((await stage.toldOf(caseId)).length, 1)
  })
})

test('who may get a case is shown with open work, skills and absence', async () => {
  const caseId = await newCase()
  const zoe = await addStaff(stage, 'zoe', { team: 'ROADS', skills: ['law', 'Housing'] })
  await sendAway(stage, zoe, { from: '2026-03-01', until: '2026-03-20', standIn: stage.ann })
  await stage.perform(assignCase, { CaseId: String(caseId), To: 'person', UserName: 'zoe' })
  const shown = (await stage.perform(getAssignable, { CaseId: String(caseId) }, stage.asBob())) as {
    people: { userName: string }[]
    holder: object
    mayTake: boolean
  }
  assert.deepEqual(
    shown.people.find(({ userName }) => userName === 'zoe'),
    {
      userId: zoe,
      userName: 'zoe',
      fullName: 'Zoe',
      role: 'case worker',
      team: 'Roads',
      openWork: 1,
      awayUntil: '2026-03-20',
      standIn: 'Ann',
      skills: ['Housing', 'law'],
    },
  )
  assert.deepEqual(shown.holder, { team: 'Roads', person: 'Zoe', rule: null, isMine: false })
  assert.ok(!shown.people.some(({ userName }) => ['gone', 'eve'].includes(userName)))
})

suite('a case that enters a stage', () => {
  const publish = () =>
    stage.publish({
      name: 'Staged',
      team: 'CUSTREL',
      procedure: {
        stages: [
          { code: 'triage', outcomes: [{ code: 'on', leadsTo: { stage: 'answer' } }] },
          { code: 'answer', outcomes: [{ code: 'done', leadsTo: 'closure' }] },
        ],
        assignment: [
          {
            name: 'roads',
            when: { stages: ['answer'], classification: { group: 'Service', values: ['Roads'] } },
            to: { team: 'ROADS', user: 'ann' },
          },
          {
            name: 'again',
            when: { stages: ['answer'] },
            to: { team: 'CUSTREL', by: 'previous worker' },
          },
          { name: 'new', to: 'CUSTREL' },
        ],
      },
    })
  const enter = (caseId: number, code: string) =>
    stage.test.database.write(stage.organisationId, (db) =>
      assignStage(db, caseId, { stage: code, author: 'Bob', now: stage.clock.now() }),
    )

  test('goes where the rules for that stage say; without one it stays', async () => {
    await publish()
    const caseId = await newCase({ Type: 'Staged' })
    assert.deepEqual(await stage.holderOf(caseId), ['CUSTREL', null, 'new'])
    assert.equal(await enter(caseId, 'triage'), undefined)
    assert.equal(await enter(caseId, 'answer'), undefined)
    await stage.rows(
      `insert into case_classifications (organisation_id, case_id, group_name, value)
       values ($1, $2, 'Service', 'Roads')`,
      caseId,
    )
    const assignment = await enter(caseId, 'answer')
    assert.deepEqual(
      [assignment?.team.code, assignment?.userId, assignment?.rule],
      ['ROADS', stage.ann, 'roads'],
    )
    assert.deepEqual(await stage.holderOf(caseId), ['ROADS', 'ann', 'roads'])
    assert.deepEqual((await stage.toldOf(caseId)).at(-1), {
      fromTeam: 'CUSTREL',
      toTeam: 'ROADS',
      toUser: 'ann',
      rule: 'roads',
    })
  })

  test('never goes to who worked the stage that it asks others to look at anew', async () => {
    await stage.rows(
      `insert into teams (organisation_id, code, name) values ($1, 'REVIEW', 'Reviewers')`,
    )
    await addStaff(stage, 'first', { team: 'REVIEW' })
    const second = await addStaff(stage, 'second', { team: 'REVIEW' })
    await stage.publish({
      name: 'Reviewed',
      team: 'CUSTREL',
      procedure: {
        stages: [
          { code: 'answer', outcomes: [{ code: 'on', leadsTo: { stage: 'review' } }] },
          {
            code: 'review',
            exit: [{ kind: 'worker differs', stage: 'answer' }],
            outcomes: [{ code: 'done', leadsTo: 'closure' }],
          },
        ],
        assignment: [
          {
            name: 'again',
            when: { stages: ['review'] },
            to: { team: 'REVIEW', by: 'previous worker' },
          },
          { name: 'turn', when: { stages: ['review'] }, to: { team: 'REVIEW', by: 'turn' } },
        ],
      },
    })
    for (const _ of ['one', 'two']) {
      const caseId = await newCase({ Type: 'Reviewed' })
      await stage.rows(
        `update case_stages s set ended_at = '2026-03-14', worked_by = u.user_id,
           workers = array[u.user_id]
         from users u
         where s.organisation_id = $1 and s.case_id = $2 and u.organisation_id = $1
           and u.user_name = 'first'`,
        caseId,
      )
      assert.equal((await enter(caseId, 'review'))?.userId, second)
    }
  })

  test('comes back to who worked an earlier stage of it', async () => {
    const caseId = await newCase({ Type: 'Staged' })
    await stage.rows(
      `update case_stages set ended_at = '2026-03-14', worked_by = ${stage.bob}
       where organisation_id = $1 and case_id = $2`,
      caseId,
    )
    await enter(caseId, 'answer')
    assert.deepEqual(await stage.holderOf(caseId), ['CUSTREL', 'bob', 'again'])
    assert.deepEqual(await stage.noticesOf(caseId), [stage.bob])
  })
})
