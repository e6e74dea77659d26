import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { commandLine } from '#test/casewright.ts'

const line = commandLine()
const { casewright, json, sql } = line
let server: Awaited<ReturnType<typeof line.serve>>
const north = ['--organisation', 'north'] as const

before(async () => {
  await casewright('organisation', 'create', 'north', '--name', 'North Council')
  server = await line.serve()
  await json('team', 'create', 'ENQ', ...north, '--name', 'Enquiries')
  for (const name of ['alex', 'sam']) {
    const person = [`${name}@north.example`, '--name', name, '--role', 'manager']
    await json('user', 'create', ...person, ...north)
  }
})
after(async () => {
  await server.stop()
  line.remove()
})

test('a team has one manager, the last that was named', async () => {
  const name = (who: string) => json('team', 'manager', 'enq', `${who}@north.example`, ...north)
  await name('alex')
  assert.deepEqual(await name('SAM'), { code: 'enq', manager: 'sam' })
  const managers = await sql(
    `select u.user_name as name from team_managers m join users u using (organisation_id, user_id)`,
  )
  assert.deepEqual(managers, [{ name: 'sam' }])
})

for (const [code, email] of [
  ['NONE', 'sam@north.example'],
  ['ENQ', 'nobody@north.example'],
] as const)
  test(`${email} cannot be named manager of ${code}`, async () => {
    const refused = await casewright('team', 'manager', code, email, ...north)
    assert.equal(refused.code, 1)
    assert.match(refused.errors, /no team .*, or nobody who can sign in as/)
  })

test('the hours are shown, and changed one by one', async () => {
  const usual = { quietFrom: '19:00', quietUntil: '07:00', digestAt: '08:00' }
  assert.deepEqual(await json('organisation', 'hours', 'north'), {
    organisation: 'north',
    ...usual,
  })
  const changed = await json('organisation', 'hours', 'north', '--digest-at', '07:30')
  assert.deepEqual(changed, { organisation: 'north', ...usual, digestAt: '07:30' })
  assert.deepEqual(await json('organisation', 'hours', 'north'), changed)
})

for (const [args, message] of [
  [['--quiet-from', '06:00'], /06:00 is not after 07:00/],
  [['--digest-at', '19:00'], /within the quiet hours/],
  [['--digest-at', '7am'], /must be a time of day/],
] as const)
  test(`hours of no use are refused: ${args.join(' ')}`, async () => {
    const refused = await casewright('organisation', 'hours', 'north', ...args)
    assert.notEqual(refused.code, 0)
    assert.match(refused.errors, message)
  })
