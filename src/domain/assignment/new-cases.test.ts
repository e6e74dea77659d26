import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { closes, to } from '#test/procedures.ts'
import { addStaff, sendAway } from '#test/staff.ts'

let stage: CaseStage
let serial = 0
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

/** Publishes a case type with these rules; gives its name. */
async function typeWith(assignment: readonly object[], more: object = {}): Promise<string> {
  const name = `Type ${++serial}`
  const fields = [{ id: 'Ward', label: 'Ward', kind: 'text' }]
  await stage.publish({ name, team: 'CUSTREL', fields, procedure: { assignment, ...more } })
  return name
}

const holderOf = async (caseId: number) =>
  (
    await stage.rows(
      `select t.code as team, u.user_name as person, c.assigned_by_rule as rule,
         c.assigned_at is not null as "isTimed"
       from cases c
       left join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
       left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
       where c.organisation_id = $1 and c.case_id = $2`,
      caseId,
    )
  )[0]

const opened = async (sent: Readonly<Record<string, string>>) => {
  const { caseId, team } = await stage.create(sent)
  const { person, rule } = (await holderOf(caseId)) ?? {}
  return [team, person, rule]
}

async function newTeam(...people: readonly string[]): Promise<string> {
  const code = `TEAM${++serial}`
  await stage.rows(
    `insert into teams (organisation_id, code, name) values ($1, '${code}', '${code}')`,
  )
  for (const name of people) await addStaff(stage, name, { team: code })
  return code
}

test('a rule gives a new case to a person; history, person and page learn by which', async () => {
  const ann = await addStaff(stage, 'ann', { team: 'ROADS' })
  const type = await typeWith([
    {
      name: 'Leith',
      when: { field: { field: 'Ward', values: ['Leith'] } },
      to: { team: 'ROADS', user: 'ann' },
    },
  ])
  const { caseId, team } = await stage.create({ Type: type, Ward: 'leith' })
  assert.equal(team, 'ROADS')
  assert.deepEqual(await holderOf(caseId), {
    team: 'ROADS',
    person: 'ann',
    rule: 'Leith',
    isTimed: true,
  })
  assert.deepEqual(
    await stage.rows(
      `select kind, particulars, actor from case_events where organisation_id = $1 and case_id = $2
       order by kind`,
      caseId,
    ),
    [
      {
        kind: 'caseAssigned',
        particulars: { toTeam: 'ROADS', toUser: 'ann', rule: 'Leith' },
        actor: 'Website',
      },
      { kind: 'caseOpened', particulars: {}, actor: 'Website' },
    ],
  )
  assert.deepEqual(
    await stage.rows(
      `select user_id::int as person, kind from notices where organisation_id = $1 and case_id = $2`,
      caseId,
    ),
    [{ person: ann, kind: 'assignment' }],
  )
})

test('what no rule takes lands in the queue that is named, else with the team of the type', async () => {
  const rules = [
    { name: 'Leith', when: { field: { field: 'Ward', values: ['Leith'] } }, to: 'CUSTREL' },
  ]
  const queued = await typeWith(rules, { queue: 'ROADS' })
  assert.deepEqual(await opened({ Type: queued, Ward: 'Moor' }), ['ROADS', null, null])
  assert.deepEqual(await opened({ Type: queued, Ward: 'Leith' }), ['CUSTREL', null, 'Leith'])
  const plain = await typeWith(rules)
  assert.deepEqual(await opened({ Type: plain, Ward: 'Moor' }), ['CUSTREL', null, null])
  const told = await stage.rows(
    `select particulars from case_events where organisation_id = $1 and kind = 'caseAssigned'
       and particulars ? 'reason'
     order by event_id`,
  )
  assert.deepEqual(
    told.map(({ particulars }) => particulars),
    ['ROADS', 'CUSTREL'].map((toTeam) => ({ toTeam, reason: 'No rule took it' })),
  )
})

test('a team that the caller names stands, whatever the rules say; one that is not there does not', async () => {
  const type = await typeWith([{ name: 'all', to: 'ROADS' }])
  assert.deepEqual(await opened({ Type: type, Team: 'CUSTREL' }), ['CUSTREL', null, null])
  assert.deepEqual(await opened({ Type: type, Team: 'NOSUCH' }), ['ROADS', null, 'all'])
})

test('the tasks of a case are for the team that the rules give it to, unless they name their own', async () => {
  const tasks = [{ code: 'A' }, { code: 'B', team: 'CUSTREL' }]
  const stages = [{ code: 'one', tasks, outcomes: [{ code: 'done', leadsTo: 'closure' }] }]
  const type = await typeWith([{ name: 'all', to: 'ROADS' }], { stages })
  const { caseId } = await stage.create({ Type: type })
  assert.deepEqual(
    await stage.rows(
      `select k.code, t.code as team from tasks k
       join teams t on t.organisation_id = k.organisation_id and t.team_id = k.team_id
       where k.organisation_id = $1 and k.case_id = $2 order by k.code`,
      caseId,
    ),
    [
      { code: 'A', team: 'ROADS' },
      { code: 'B', team: 'CUSTREL' },
    ],
  )
})

test('area, language, rating and stage decide too; what is known of a customer counts', async () => {
  const rule = (name: string, when: object) => ({ name, when, to: 'ROADS' })
  const type = await typeWith(
    [
      rule('Welsh', { languages: ['Welsh'] }),
      rule('Leith', { postcodes: ['EH6'] }),
      rule('second', { stages: ['stage-2'] }),
      rule('first', { stages: ['stage-1'] }),
    ],
    {
      stages: [
        { code: 'stage-1', outcomes: [to('stage-2')] },
        { code: 'stage-2', outcomes: [closes] },
      ],
    },
  )
  const ruleFor = async (sent: object) => (await opened({ Type: type, ...sent }))[2]
  assert.equal(
    await ruleFor({ 'Customer.Surname': 'Rhys', 'Customer.Postcode': 'EH6 7AB' }),
    'Leith',
  )
  await stage.rows(
    `insert into customers (organisation_id, reference, postcode, contact_language, created_at, updated_at)
     values ($1, 'CW', 'EH7 1AA', 'cy', now(), now()), ($1, 'CL', 'EH6 1AA', null, now(), now())`,
  )
  assert.equal(await ruleFor({ 'Customer.Id': 'CW' }), 'Welsh')
  assert.equal(await ruleFor({ 'Customer.Id': 'CL' }), 'Leith')
  assert.equal(await ruleFor({ 'Customer.Id': 'CL', 'Customer.Postcode': 'G1 1AA' }), 'first')
  assert.equal(await ruleFor({}), 'first')
})

test('twenty cases at once go round: everybody gets equally many, and who is away or has left gets none', async () => {
  const team = await newTeam('bea', 'cid', 'dot', 'eli')
  const gus = await addStaff(stage, 'gus', { team })
  await sendAway(stage, gus, { from: '2026-03-14', until: '2026-03-14' })
  await addStaff(stage, 'hal', { team, isDisabled: true })
  await addStaff(stage, 'ida', { team, role: 'auditor' })
  const type = await typeWith([{ name: 'round', to: { team, by: 'turn' } }])
  const together = Array.from({ length: 20 }, () => opened({ Type: type }))
  const got = (await Promise.all(together)).map(([, person]) => String(person))
  for (const name of ['bea', 'cid', 'dot', 'eli'])
    assert.equal(got.filter((one) => one === name).length, 5, got.join(' '))
  const [, first] = await opened({ Type: type })
  const [, second] = await opened({ Type: type })
  assert.deepEqual([first, second], ['bea', 'cid'])
})

test('however many arrive at once for however many people, nobody gets two more than another', async () => {
  const numbers = fc.record({
    people: fc.integer({ min: 1, max: 6 }),
    cases: fc.integer({ min: 1, max: 16 }),
  })
  await fc.assert(
    fc.asyncProperty(numbers, async ({ people, cases }) => {
      const names = Array.from({ length: people }, (_, at) => `round${serial}x${at}`)
      const type = await typeWith([
        { name: 'round', to: { team: await newTeam(...names), by: 'turn' } },
      ])
      const together = Array.from({ length: cases }, () => opened({ Type: type }))
      const got = (await Promise.all(together)).map(([, person]) => person)
      const shares = names.map((name) => got.filter((one) => one === name).length)
      assert.ok(Math.max(...shares) - Math.min(...shares) <= 1, shares.join(' '))
      assert.equal(
        shares.reduce((sum, share) => sum + share),
        cases,
      )
    }),
    { numRuns: 12 },
  )
})

test('turns stay fair when people come and go between them', async () => {
  const team = await newTeam('jan', 'kim', 'lee')
  const type = await typeWith([{ name: 'round', to: { team, by: 'turn' } }])
  const next = async () => (await opened({ Type: type }))[1]
  assert.deepEqual([await next(), await next()], ['jan', 'kim'])
  await stage.rows(
    `update users set disabled_at = now() where organisation_id = $1 and user_name = 'kim'`,
  )
  assert.deepEqual([await next(), await next(), await next()], ['lee', 'jan', 'lee'])
})

test('least work goes by open cases: closed ones do not count', async () => {
  const team = await newTeam('mia', 'ned')
  const type = await typeWith([{ name: 'least', to: { team, by: 'least work' } }])
  const next = async () => (await opened({ Type: type }))[1]
  assert.deepEqual([await next(), await next(), await next()], ['mia', 'ned', 'mia'])
  await stage.rows(
    `update cases c set closed_on = '2026-03-14' from users u
     where c.organisation_id = $1 and u.user_id = c.assigned_user_id and u.user_name = 'mia'`,
  )
  assert.deepEqual([await next(), await next()], ['mia', 'ned'])
})

test('a customer comes back to whoever had the last case of the type, or to whoever stands in', async () => {
  const team = await newTeam('ola', 'pat')
  const type = await typeWith([
    { name: 'again', to: { team, by: 'previous worker' } },
    { name: 'round', to: { team, by: 'turn' } },
  ])
  const other = await typeWith([{ name: 'again', to: { team, by: 'previous worker' } }])
  const from = (customer: string, sent: object = {}) =>
    opened({ Type: type, 'Customer.Id': customer, 'Customer.Surname': 'Bell', ...sent })
  assert.deepEqual(await from('R1'), [team, 'ola', 'round'])
  assert.deepEqual(await from('R2'), [team, 'pat', 'round'])
  assert.deepEqual(await from('R1'), [team, 'ola', 'again'])
  assert.deepEqual(await from('R2'), [team, 'pat', 'again'])
  assert.deepEqual(await from('R1', { Type: other }), ['CUSTREL', null, null])
  const people = await stage.rows(
    `select user_id::int as id from users where organisation_id = $1 and user_name in ('ola', 'pat') order by 1`,
  )
  const [ola = 0, pat = 0] = people.map(({ id }) => Number(id))
  await sendAway(stage, pat, { from: '2026-03-10', until: '2026-03-20', standIn: ola })
  assert.deepEqual(await from('R2'), [team, 'ola', 'again'])
  stage.clock.set('2026-03-21T09:30:00Z')
  assert.deepEqual(await from('R1'), [team, 'ola', 'again'])
})

test('a confidential case goes only to those who may see it', async () => {
  const team = await newTeam('quin')
  await addStaff(stage, 'ria', { team, role: 'manager' })
  const name = `Type ${++serial}`
  const assignment = [{ name: 'round', to: { team, by: 'turn' } }]
  await stage.publish({ name, isConfidential: true, procedure: { assignment } })
  assert.deepEqual(await opened({ Type: name }), [team, 'ria', 'round'])
  assert.deepEqual(await opened({ Type: name }), [team, 'ria', 'round'])
})

test('people of another organisation never get a case, even where teams have one name', async () => {
  await stage.test.sql(
    `insert into users (organisation_id, user_name, full_name, email, role, team_id)
     select $1, 'stranger', 'Stranger', 'stranger@other.example', 'case worker',
       (select team_id from teams where organisation_id = $1 and code = 'CUSTREL')`,
    [stage.otherOrganisationId],
  )
  const ownStranger = `insert into users (organisation_id, user_name, full_name, email, role)
    values ($1, 'stranger', 'Stranger', 'stranger@demo.example', 'case worker')`
  await stage.test.sql(ownStranger, [stage.organisationId])
  const type = await typeWith([
    { name: 'name', to: { team: 'CUSTREL', user: 'stranger' } },
    { name: 'round', to: { team: 'CUSTREL', by: 'turn' } },
  ])
  await stage.test.sql(`delete from users where organisation_id = $1 and user_name = 'stranger'`, [
    stage.organisationId,
  ])
  assert.deepEqual(await opened({ Type: type }), ['CUSTREL', null, 'round'])
})
