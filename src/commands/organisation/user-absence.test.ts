import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { commandLine } from '#test/casewright.ts'

const line = commandLine()
const { casewright, json } = line
let server: Awaited<ReturnType<typeof line.serve>>
const north = ['--organisation', 'north'] as const

before(async () => {
  await casewright('organisation', 'create', 'north', '--name', 'North Council')
  server = await line.serve()
  for (const name of ['alex', 'sam']) {
    const person = [`${name}@north.example`, '--name', name, '--role', 'case worker']
    await json('user', 'create', ...person, ...north)
  }
})
after(async () => {
  await server.stop()
  line.remove()
})

const refused = async (message: RegExp, ...args: readonly string[]) => {
  const ended = await casewright(...args, ...north)
  assert.equal(ended.code, 1, ended.out)
  assert.match(ended.errors, message)
}

test('skills are added once, listed, and taken away', async () => {
  await json('user', 'skill', 'add', 'sam@north.example', 'Welsh', ...north)
  await json('user', 'skill', 'add', 'sam', ' welsh ', ...north)
  await json('user', 'skill', 'add', 'alex', 'Housing law', ...north)
  assert.deepEqual(await json('user', 'skill', 'list', ...north), {
    skills: [
      { userName: 'alex', skill: 'Housing law' },
      { userName: 'sam', skill: 'Welsh' },
    ],
  })
  await json('user', 'skill', 'remove', 'sam', 'WELSH', ...north)
  assert.deepEqual(await json('user', 'skill', 'list', '--user', 'sam', ...north), { skills: [] })
  await refused(/does not have the skill Welsh/, 'user', 'skill', 'remove', 'sam', 'Welsh')
  await refused(/nobody who can sign in as zoe/, 'user', 'skill', 'add', 'zoe', 'Welsh')
  await refused(/must not be empty/, 'user', 'skill', 'add', 'sam', '  ')
})

test('an absence is noted with who stands in, listed, and ended', async () => {
  const days = ['--from', '2100-08-03', '--until', '2100-08-14'] as const
  const set = (...more: readonly string[]) => ['user', 'absence', 'set', 'sam', ...more, ...north]
  await json(...set(...days))
  await json(...set(...days, '--stand-in', 'alex@north.example', '--kind', 'training'))
  const { absences } = await json<{ absences: object[] }>('user', 'absence', 'list', ...north)
  const [absence] = absences
  assert.equal(absences.length, 1)
  assert.deepEqual(
    { ...absence, absenceId: undefined },
    {
      absenceId: undefined,
      userName: 'sam',
      from: '2100-08-03',
      until: '2100-08-14',
      kind: 'training',
      standIn: 'alex',
    },
  )
  await refused(
    /already/,
    'user',
    'absence',
    'set',
    'sam',
    '--from',
    '2100-08-14',
    '--until',
    '2100-08-15',
  )
  await refused(
    /is before the first/,
    'user',
    'absence',
    'set',
    'sam',
    '--from',
    '2100-08-14',
    '--until',
    '2100-08-13',
  )
  await refused(
    /for themselves/,
    'user',
    'absence',
    'set',
    'sam',
    '--from',
    '2100-09-14',
    '--until',
    '2100-09-15',
    '--stand-in',
    'sam',
  )
  await refused(/is not away then/, 'user', 'absence', 'end', 'sam')
  await json('user', 'absence', 'end', 'sam', '--on', '2100-08-10', ...north)
  assert.deepEqual(await json('user', 'absence', 'list', '--user', 'sam', ...north), {
    absences: [],
  })
})
