import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { reminderStage, type ReminderStage } from '#test/reminder-stage.ts'

let stage: ReminderStage
let owner: number
let manager: number
let helper: number
beforeEach(async () => {
  stage = await reminderStage()
  owner = await stage.person('owner', 'case worker', 'CUSTREL')
  manager = await stage.person('manager', 'manager', null)
  helper = await stage.person('helper', 'case worker', 'LATE')
  await stage.rows(
    `insert into team_managers (organisation_id, team_id, user_id)
     select $1, team_id, $2 from teams where organisation_id = $1 and code = 'CUSTREL'`,
    manager,
  )
  await own(700122)
})
afterEach(() => stage.close())

const own = (caseId: number, userId: number | null = owner) =>
  stage.rows(
    `update cases set assigned_user_id = $3 where organisation_id = $1 and case_id = $2`,
    caseId,
    userId,
  )
const notices = async () =>
  (
    await stage.rows(
      `select user_id, kind, reminder, due_on::text as due from notices
       where organisation_id = $1 order by user_id, notice_id`,
    )
  ).map(({ user_id: to, kind, reminder, due }) => ({ to: Number(to), kind, reminder, due }))
const deadlineOf = async (caseId = 700122) =>
  (
    await stage.rows(
      `select next_reminder_at as at, reminders_given as given from case_deadlines
       where organisation_id = $1 and case_id = $2`,
      caseId,
    )
  )[0]
const at = async (moment: string) => {
  stage.clock.set(moment)
  await stage.tick('sendreminders')
}
const usual = { from: '2026-03-02', due: '2026-03-20' }

test('owner, team and manager are told each in turn, once, and whoever loses the case to the team’s queue', async () => {
  await stage.deadline(700122, usual)
  await at('2026-03-10T12:00:00Z')
  assert.deepEqual(await notices(), [])
  await at('2026-03-16T10:00:00Z')
  await at('2026-03-16T10:02:00Z')
  const first = { to: owner, kind: 'reminder', reminder: 1, due: '2026-03-20' }
  assert.deepEqual(await notices(), [first])
  await at('2026-03-18T10:00:00Z')
  const second = { to: helper, kind: 'escalation', reminder: 2, due: '2026-03-20' }
  const taken = { to: owner, kind: 'escalation', reminder: 2, due: '2026-03-20' }
  assert.deepEqual(await notices(), [first, taken, second])
  const [moved] = await stage.rows(
    `select t.code, c.assigned_user_id as "ownerId", e.particulars ->> 'deadline' as deadline
     from cases c join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
     join case_events e on e.organisation_id = c.organisation_id and e.case_id = c.case_id
       and e.kind = 'caseEscalated'
     where c.organisation_id = $1`,
  )
  assert.deepEqual(moved, { code: 'LATE', ownerId: null, deadline: 'answer' })
  await at('2026-03-21T10:00:00Z')
  assert.equal((await notices()).length, 4)
  assert.deepEqual(await deadlineOf(), { at: null, given: 3 })
})

test('a clock that jumps ahead gives one notice for all that was passed over, and back gives none', async () => {
  await own(700122, null)
  await stage.deadline(700122, usual)
  await at('2027-03-16T10:00:00Z')
  const told = await notices()
  assert.deepEqual(
    told.map(({ to, reminder }) => [to, reminder]),
    [
      [manager, 3],
      [helper, 2],
    ],
  )
  await at('2026-03-10T10:00:00Z')
  await at('2026-03-16T10:00:00Z')
  assert.deepEqual(await notices(), told)
})

test('a deadline that was put back where it was is not reminded of anew', async () => {
  await stage.deadline(700122, usual)
  await at('2026-03-16T10:00:00Z')
  await stage.deadline(700122, { from: '2026-03-02', due: '2026-03-27' })
  await at('2026-03-17T10:00:00Z')
  await stage.deadline(700122, usual)
  await at('2026-03-17T10:02:00Z')
  assert.deepEqual(
    (await notices()).map(({ to, reminder, due }) => [to, reminder, due]),
    [
      [owner, 1, '2026-03-20'],
      [owner, 1, '2026-03-27'],
    ],
  )
})

test('what is closed, met or stopped is reminded of no more', async () => {
  await stage.deadline(700122, usual)
  await stage.rows(`update cases set closed_on = '2026-03-15' where organisation_id = $1`)
  await stage.deadline(700123, usual)
  await stage.rows(
    `update case_deadlines set state = 'stopped' where organisation_id = $1 and case_id = 700123`,
  )
  await at('2026-03-16T10:00:00Z')
  assert.deepEqual(await notices(), [])
  assert.deepEqual(await deadlineOf(), { at: null, given: 0 })
  assert.deepEqual(await deadlineOf(700123), { at: null, given: 0 })
})

test('where nobody has the case the manager is told, then the team, then the administrators', async () => {
  const told = async (caseId: number) => {
    await own(caseId, null)
    await stage.deadline(caseId, usual)
    await at('2026-03-16T10:00:00Z')
    const all = await stage.rows(
      `select user_id from notices where organisation_id = $1 and case_id = $2 order by 1`,
      caseId,
    )
    return all.map((row) => Number(row['user_id']))
  }
  assert.deepEqual(await told(700122), [manager])
  await stage.rows('delete from team_managers where organisation_id = $1')
  assert.deepEqual(await told(700123), [owner])
  await stage.rows(
    'update users set disabled_at = now() where organisation_id = $1 and user_id = $2',
    owner,
  )
  const [admin] = await stage.rows(
    `select user_id from users where organisation_id = $1 and role = 'administrator'`,
  )
  assert.deepEqual(await told(700124), [Number(admin?.['user_id'])])
})

test('of one who is away whoever stands in is told too; where nobody does, the manager', async () => {
  const toldOf = async (caseId: number) => {
    await own(caseId)
    await stage.deadline(caseId, usual)
    await at('2026-03-16T10:00:00Z')
    const all = await stage.rows(
      `select user_id from notices where organisation_id = $1 and case_id = $2 order by 1`,
      caseId,
    )
    return all.map((row) => Number(row['user_id']))
  }
  const away = (userId: number, standIn: number | null) =>
    stage.rows(
      `insert into absences (organisation_id, user_id, from_on, until_on, kind, stand_in_user_id, recorded_at, recorded_by)
       values ($1, $2, '2026-03-16', '2026-03-16', 'leave', $3, '2026-03-01', 'Sam Dee')`,
      userId,
      standIn,
    )
  await away(owner, null)
  assert.deepEqual(await toldOf(700122), [owner, manager])
  await stage.rows('update absences set stand_in_user_id = $2 where organisation_id = $1', helper)
  assert.deepEqual(await toldOf(700123), [owner, helper])
  await away(helper, owner)
  assert.deepEqual(await toldOf(700124), [owner, manager, helper])
})

test('of a case nobody hears who may not know of it', async () => {
  await stage.rows(`update cases set is_confidential = true where organisation_id = $1`)
  await stage.rows(
    `insert into case_bars (organisation_id, case_id, user_id, reason, barred_by, barred_at)
     select organisation_id, 700122, assigned_user_id, 'A cousin', 'Sam Dee', '2026-03-14'
     from cases where organisation_id = $1 and case_id = 700122`,
  )
  await stage.deadline(700122, usual)
  await at('2026-03-16T10:00:00Z')
  assert.deepEqual(
    (await notices()).map(({ to }) => to),
    [manager],
  )
})

test('a case that somebody works on is left for the next time', async () => {
  await stage.deadline(700122, usual)
  await stage.deadline(700123, usual)
  stage.clock.set('2026-03-16T10:00:00Z')
  await stage.test.database.write(stage.organisationId, async (db) => {
    await db.run(
      {
        name: 'hold',
        text: 'select from cases where case_id = 700122 for no key update',
        takes: [],
        returns: {},
      },
      [],
    )
    await stage.tick('sendreminders')
    assert.equal((await notices()).length, 1)
  })
  await stage.tick('sendreminders')
  assert.equal((await notices()).length, 2)
})

test('notices come at night and mails in the morning, all of one person’s in one', async () => {
  await own(700123)
  await stage.deadline(700122, usual)
  await stage.deadline(700123, { from: '2026-03-02', due: '2026-03-23' })
  await at('2026-03-13T20:00:00Z')
  await stage.post()
  assert.equal((await notices()).length, 2)
  assert.equal(stage.mail.received.length, 0)
  stage.clock.set('2026-03-16T06:59:00Z')
  await stage.post()
  assert.equal(stage.mail.received.length, 0)
  stage.clock.set('2026-03-16T07:00:00Z')
  assert.deepEqual(await stage.post(), [])
  assert.equal(stage.mail.received.length, 1)
  const [mail] = stage.mail.received
  assert.deepEqual(mail?.to, ['owner@demo.example'])
  assert.match(mail.source, /^Subject: 2 reminders of deadlines\r$/m)
  assert.match(
    mail.text,
    /Case 700122: Full response is due on 20 March 2026\.\nhttps:\/\/cases\.example\.org\/cases\/700122/,
  )
})

test('where no mail is sent, notices are given all the same and no mail waits', async () => {
  await stage.deadline(700122, usual)
  await stage.tick('sendreminders', false)
  assert.equal((await notices()).length, 1)
  assert.deepEqual(await stage.rows('select from mails where organisation_id = $1'), [])
})

test('a deadline that cannot be read keeps no other waiting, and is told of as a failure', async () => {
  await own(700123)
  await stage.deadline(700122, usual)
  await stage.deadline(700123, usual)
  await stage.rows(
    `update case_deadlines set due_on = '2150-01-01' where organisation_id = $1 and case_id = 700122`,
  )
  stage.clock.set('2026-03-16T10:00:00Z')
  await assert.rejects(stage.tick('sendreminders'), RangeError)
  assert.deepEqual(
    (await notices()).map(({ to }) => to),
    [owner],
  )
  assert.deepEqual(await deadlineOf(), { at: new Date('2026-03-16T11:00:00Z'), given: 0 })
})

test('however much falls due at once, a tick gives a thousand and the next goes on; mails are few', async () => {
  await stage.rows(
    `with many as (
       insert into cases (organisation_id, case_id, case_type_id, case_type_version, status, team_id,
         assigned_user_id, received_at, received_on, created_at, created_by, updated_at)
       select c.organisation_id, 800000 + n, c.case_type_id, c.case_type_version, c.status, c.team_id,
         c.assigned_user_id, c.received_at, c.received_on, c.created_at, c.created_by, c.updated_at
       from cases c, generate_series(1, 1030) as n
       where c.organisation_id = $1 and c.case_id = 700122
       returning organisation_id, case_id
     )
     insert into case_deadlines (organisation_id, case_id, track, stage, code, state, rule, rule_version,
       counted_from, due_on, next_reminder_at, computed_at)
     select organisation_id, case_id, 'main', 'stage-1', 'answer', 'running', 'target', '1', '2026-03-02',
       '2026-03-20', '2026-03-11', '2026-03-02' from many`,
  )
  await at('2026-03-16T10:00:00Z')
  assert.equal((await notices()).length, 1000)
  await at('2026-03-16T10:02:00Z')
  assert.equal((await notices()).length, 1030)
  assert.equal((await stage.rows('select from mails where organisation_id = $1')).length, 1)
  assert.deepEqual(await stage.post(), [])
  assert.match(stage.mail.received[0]?.text ?? '', /\n\nThere are 930 more\.\n\nAll your notices/)
})
