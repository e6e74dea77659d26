import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { reminderStage, type ReminderStage } from '#test/reminder-stage.ts'

let stage: ReminderStage
let owner: number
beforeEach(async () => {
  await stage?.close()
  stage = await reminderStage()
  owner = await stage.person('owner', 'case worker', 'CUSTREL')
  await stage.rows(
    `update cases set assigned_user_id = $2 where organisation_id = $1 and case_id = 700122`,
    owner,
  )
})
after(() => stage.close())

const send = async (moment: string) => {
  stage.clock.set(moment)
  await stage.tick('senddigests')
  assert.deepEqual(await stage.post(), [])
}
/** The letters to somebody. */
const letters = (to: string) =>
  stage.mail.received
    .filter((mail) => mail.to.includes(`${to}@demo.example`))
    .map(({ text }) => text)

test('once a working day, from the hour on, people hear what of theirs is late or due soon', async () => {
  await stage.deadline(700122, { from: '2026-02-02', due: '2026-03-13' })
  await stage.rows(
    `insert into tasks (organisation_id, case_id, code, title, due_on, assigned_user_id, created_at, updated_at)
     values ($1, 700124, 'CALL', 'Ring back', '2026-03-19', $2, '2026-03-01', '2026-03-01'),
       ($1, 700124, 'FAR', 'Far away', '2026-03-20', $2, '2026-03-01', '2026-03-01'),
       ($1, 700124, 'DONE', 'Was done', '2026-03-01', $2, '2026-03-01', '2026-03-01')`,
    owner,
  )
  await stage.rows(
    `update tasks set completed_at = '2026-03-02' where organisation_id = $1 and code = 'DONE'`,
  )
  await stage.rows(
    `update cases set target_on = '2026-03-17', assigned_user_id = $2
     where organisation_id = $1 and case_id = 700123`,
    owner,
  )
  await send('2026-03-14T12:00:00Z')
  await send('2026-03-16T07:59:00Z')
  assert.deepEqual(letters('owner'), [])
  await send('2026-03-16T08:00:00Z')
  await send('2026-03-16T12:00:00Z')
  const [letter = '', ...more] = letters('owner')
  assert.deepEqual(more, [])
  const subject = /^Subject: Your work on 16 March 2026: 1 late, 2 due soon\r$/m
  assert.match(stage.mail.received[0]?.source ?? '', subject)
  assert.match(
    letter,
    /^Late:\n\nCase 700122: Full response was due on 13 March 2026 and is late\./,
  )
  assert.match(letter, /Case 700123: The case is due on 17 March 2026\./)
  assert.match(letter, /Case 700124: Ring back is due on 19 March 2026\./)
  assert.doesNotMatch(letter, /Far away|Was done/)
  await send('2026-03-17T08:00:00Z')
  assert.equal(letters('owner').length, 2)
})

test('whoever stands in on the day hears of the work of the one who is away', async () => {
  const standIn = await stage.person('standin', 'case worker', 'LATE')
  await stage.deadline(700122, { from: '2026-02-02', due: '2026-03-13' })
  await stage.rows(
    `insert into absences (organisation_id, user_id, from_on, until_on, kind, stand_in_user_id, recorded_at, recorded_by)
     values ($1, $2, '2026-03-16', '2026-03-16', 'leave', $3, '2026-03-01', 'Sam Dee')`,
    owner,
    standIn,
  )
  await send('2026-03-16T08:00:00Z')
  const [letter = ''] = letters('standin')
  assert.match(letter, /is late\. You stand in for .*owner.*, who is away\.\n/i)
  assert.doesNotMatch(letters('owner')[0] ?? '', /stand in/)
  await send('2026-03-17T08:00:00Z')
  assert.equal(letters('standin').length, 1)
})

test('who has nothing to hear gets no letter', async () => {
  await send('2026-03-16T09:00:00Z')
  assert.equal(stage.mail.received.length, 0)
})

test('what nobody has goes to the manager of its team, and what is confidential to nobody who may not see it', async () => {
  const manager = await stage.person('manager', 'manager', null)
  await stage.rows(
    `insert into team_managers (organisation_id, team_id, user_id)
     select $1, team_id, $2 from teams where organisation_id = $1 and code = 'CUSTREL'`,
    manager,
  )
  await stage.deadline(700122, { from: '2026-02-02', due: '2026-03-13' })
  await stage.deadline(700123, { from: '2026-02-02', due: '2026-03-13' })
  await stage.rows(`update cases set is_confidential = true where organisation_id = $1`)
  // an owner may know of what is confidential, whoever is barred may not
  await stage.rows(
    `insert into case_bars (organisation_id, case_id, user_id, reason, barred_by, barred_at)
     select organisation_id, 700122, assigned_user_id, 'A cousin', 'Sam Dee', '2026-03-14'
     from cases where organisation_id = $1 and case_id = 700122`,
  )
  await send('2026-03-16T09:00:00Z')
  assert.deepEqual(letters('owner'), [])
  const [letter = ''] = letters('manager')
  assert.match(letter, /Case 700123/)
  assert.doesNotMatch(letter, /Case 700122/)
})

test('an organisation says when its digest goes and when it is quiet', async () => {
  await stage.rows(
    `update organisations set settings = settings || '{"digestAt": "11:30", "quietFrom": "12:00"}'
     where organisation_id = $1`,
  )
  await stage.deadline(700122, { from: '2026-02-02', due: '2026-03-13' })
  for (const moment of ['2026-03-16T08:00:00Z', '2026-03-16T12:00:00Z']) await send(moment)
  assert.deepEqual(letters('owner'), [])
  await send('2026-03-17T11:30:00Z')
  assert.equal(letters('owner').length, 1)
})

test('a clock that leaps a month ahead and back fires neither all at once nor anything twice', async () => {
  await stage.deadline(700122, { from: '2026-03-02', due: '2026-03-20' })
  await stage.rows(
    `insert into tasks (organisation_id, case_id, code, title, due_on, assigned_user_id, created_at, updated_at)
     values ($1, 700124, 'CALL', 'Ring back', '2026-03-13', $2, '2026-03-01', '2026-03-01')`,
    owner,
  )
  const firedAt = async (moment: string) => {
    const before = stage.mail.received.length
    stage.clock.set(moment)
    await stage.tick('sendreminders')
    await send(moment)
    return stage.mail.received
      .slice(before)
      .map(({ to, source }) => [
        to[0]?.split('@')[0],
        /^Subject: (Your work on [^:]*)/m.exec(source)?.[1] ?? 'reminder',
      ])
  }
  assert.deepEqual(await firedAt('2026-03-16T10:00:00Z'), [
    ['owner', 'reminder'],
    ['owner', 'Your work on 16 March 2026'],
  ])
  // not one digest for each day that was passed over
  assert.deepEqual(await firedAt('2026-04-16T10:00:00Z'), [
    ['sam.dee', 'reminder'],
    ['owner', 'reminder'],
    ['owner', 'Your work on 16 April 2026'],
  ])
  assert.deepEqual(await firedAt('2026-03-16T10:02:00Z'), [])
  assert.deepEqual(await firedAt('2026-03-17T10:00:00Z'), [['owner', 'Your work on 17 March 2026']])
  assert.deepEqual(await firedAt('2026-04-16T10:02:00Z'), [])
})
