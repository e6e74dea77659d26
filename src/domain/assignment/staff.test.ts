import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Refusal } from '#kernel/refusal.ts'
import { assignmentStage, type AssignmentStage } from '#test/assignment-stage.ts'
import { addStaff, sendAway } from '#test/staff.ts'
import { endAbsence, setAbsence, setSkills } from './index.ts'

let stage: AssignmentStage
before(async () => {
  stage = await assignmentStage()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
suite('absences', () => {
  const absencesOf = (id: number) =>
    stage.rows(
      `select from_on::text as from, until_on::text as until, kind,
         (select user_name from users u where u.user_id = a.stand_in_user_id) as "standIn"
       from absences a where organisation_id = $1 and user_id = $2 order by from_on`,
      id,
    )
  const days = (From: string, Until: string, more: Sent = {}) => ({
    From,
    Until,
    Kind: 'leave',
    ...more,
  })

  test('are one’s own to note, and change where the days are the same', async () => {
    const cat = await addStaff(stage, 'cat')
    const asCat = stage.as(cat, 'Cat', 'case worker')
    await stage.perform(setAbsence, days('2026-04-01', '2026-04-03'), asCat)
    await stage.perform(setAbsence, days('2026-04-01', '2026-04-03', { StandIn: 'ann' }), asCat)
    assert.deepEqual(await absencesOf(cat), [
      { from: '2026-04-01', until: '2026-04-03', kind: 'leave', standIn: 'ann' },
    ])
    await stage.perform(setAbsence, days('2026-04-04', '2026-04-04'), asCat)
    await stage.flawed(setAbsence, days('2026-04-03', '2026-04-09'), ['From', /already/], asCat)
    await stage.flawed(setAbsence, days('2026-05-02', '2026-05-01'), ['Until', /not before/], asCat)
    const own = days('2026-05-02', '2026-05-03', { StandIn: 'cat' })
    await stage.flawed(setAbsence, own, ['StandIn', /somebody else/], asCat)
    await stage.flawed(setAbsence, { ...own, StandIn: 'gone' }, ['StandIn', /from the list/], asCat)
  })

  test('never overlap, however many are noted at once', async () => {
    const dan = await addStaff(stage, 'dan')
    const asDan = stage.as(dan, 'Dan', 'case worker')
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) =>
        stage.perform(setAbsence, days(`2026-04-0${at + 1}`, '2026-04-20'), asDan),
      ),
    )
    assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const each of all)
      if (each.status === 'rejected')
        assert.equal((each.reason as Refusal).kind.name, 'invalidInput')
    assert.equal((await absencesOf(dan)).length, 1)
  })

  test('of others are for those who manage the staff', async () => {
    const sent = days('2026-06-01', '2026-06-02', { UserName: 'bob' })
    await stage.refusedWith(setAbsence, sent, 'notPermitted', stage.asAnn())
    const own = days('2026-06-01', '2026-06-02')
    await stage.flawed(setAbsence, own, ['UserName', /Select a person/], stage.actor())
    const { absence } = (await stage.perform(setAbsence, sent, stage.asBob())) as {
      absence: number
    }
    await stage.refusedWith(
      endAbsence,
      { Absence: String(absence) },
      'unknownAbsence',
      stage.asAnn(),
    )
  })

  test('end with yesterday where they have begun, and go where they have not', async () => {
    const fay = await addStaff(stage, 'fay')
    const asFay = stage.as(fay, 'Fay', 'case worker')
    const [running] = await sendAway(stage, fay, { from: '2026-03-10', until: '2026-03-31' })
    const [coming] = await sendAway(stage, fay, { from: '2026-04-10', until: '2026-04-11' })
    const [over] = await sendAway(stage, fay, { from: '2026-02-10', until: '2026-02-11' })
    const end = (row?: Record<string, unknown>) => ({ Absence: String(row?.['id']) })
    await stage.perform(endAbsence, end(running), asFay)
    await stage.perform(endAbsence, end(coming), asFay)
    await stage.refusedWith(endAbsence, end(over), 'unknownAbsence', asFay)
    await stage.refusedWith(endAbsence, end(running), 'unknownAbsence', asFay)
    const held = await absencesOf(fay)
    assert.deepEqual(
      held.map(({ from, until }) => [from, until]),
      [
        ['2026-02-10', '2026-02-11'],
        ['2026-03-10', '2026-03-13'],
      ],
    )
  })
})

test('skills are what was said last, each once, and only those who manage the staff say it', async () => {
  const kit = await addStaff(stage, 'kit', { skills: ['Urdu', 'welsh'] })
  const sent = { UserName: 'kit', Skills: 'Welsh\r\nLaw\n law \n' }
  await stage.perform(setSkills, sent, stage.asBob())
  const held = await stage.rows(
    `select skill from user_skills where organisation_id = $1 and user_id = $2 order by skill collate "C"`,
    kit,
  )
  assert.deepEqual(
    held.map(({ skill }) => skill),
    ['Law', 'welsh'],
  )
  await stage.refusedWith(setSkills, sent, 'notPermitted', stage.asAnn())
  await stage.flawed(setSkills, { UserName: 'kit', Skills: 'x'.repeat(101) }, ['Skills', /100/])
})
