import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { commandLine } from '#test/casewright.ts'

const line = commandLine()
const { casewright, json } = line
let server: Awaited<ReturnType<typeof line.serve>>
const demo = ['--organisation', 'demo'] as const
const north = ['--organisation', 'north'] as const
const file = (name: string) => join(line.directory, '..', name)

before(async () => {
  await json('seed', 'demo')
  server = await line.serve()
  const { out } = await casewright('organisation', 'create', 'north', '--name', 'North Council')
  assert.match(out, /nation is taken to be england: .* organisation set north nation NATION\n$/)
})
after(async () => {
  await server.stop()
  line.remove()
})

const lastEntry = async () => {
  const { entries } = await json<{ entries: Record<string, unknown>[] }>('audit', 'show', ...north)
  return entries.at(-1)
}

test('where there is nothing yet, a list says how to make the first', async () => {
  for (const noun of ['team', 'user', 'report', 'api-key', 'case-type']) {
    const { out } = await casewright(noun, 'list', ...north)
    assert.match(out, /^There is no .* yet; .*: node bin\/casewright\.mjs .*--organisation north/)
  }
})

test('a team is made once, and case types may name it then', async () => {
  const definition = JSON.parse((await casewright('case-type', 'export', ...demo)).out) as object[]
  writeFileSync(file('types.json'), JSON.stringify(definition))
  const tooEarly = await casewright('case-type', 'import', file('types.json'), ...north)
  assert.match(tooEarly.errors, /There is no team CUSTREL/)
  type Teams = { teams: { code: string; name: string; department: string | null }[] }
  const { teams } = await json<Teams>('team', 'list', ...demo)
  for (const { code, name, department } of teams)
    await json('team', 'create', code, ...north, '--name', name, '--department', department ?? 'X')
  assert.deepEqual((await json<Teams>('team', 'list', ...north)).teams[0]?.name, teams[0]?.name)
  const again = await casewright('team', 'create', 'custrel', ...north, '--name', 'x')
  assert.deepEqual([again.code, again.out], [1, ''])
  assert.match(again.errors, /^north has a team custrel already/)
  assert.equal((await lastEntry())?.['operation'], 'team create')
  // packs bring the letters that their case types raise
  type Packs = { packs: { code: string; installed: string | null }[] }
  const { packs } = await json<Packs>('pack', 'list', ...demo)
  for (const { code } of packs.filter(({ installed }) => installed))
    await json('pack', 'install', code, ...north, '--yes')
  await json('case-type', 'import', file('types.json'), ...north)
})

test('a person is made, signs in, after being disabled does not, and enabled signs in anew', async () => {
  const create = [
    'user',
    'create',
    'sam.dee@north.example',
    ...north,
    '--name',
    'Dee, Sam',
  ] as const
  await json(...create, '--role', 'case worker', '--team', 'CUSTREL')
  const entry = await lastEntry()
  assert.equal(entry?.['operation'], 'user create')
  assert.doesNotMatch(JSON.stringify(entry), /sam\.dee|Dee, Sam/i)
  assert.match(
    (await casewright('user', 'list', ...north)).out,
    /sam\.dee  Dee, Sam  sam\.dee@north\.example  case worker  CUSTREL  active/,
  )
  const refusals: [string[], RegExp][] = [
    [
      [...create, '--role', 'auditor', '--user-name', 'sam2'],
      /^north has a user with that e-mail address already\./,
    ],
    [
      ['user', 'create', 'sam.dee@other.example', ...north, '--name', 'x', '--role', 'auditor'],
      /^north has a user sam\.dee already; .*--user-name/,
    ],
    [
      ['user', 'create', 'a@b', ...north, '--name', 'x', '--role', 'auditor', '--team', 'no'],
      /^north has no team no; .*team list/,
    ],
    [['user', 'create', 'a@b', ...north, '--name', 'x', '--role', 'king'], /one of administrator/],
    [['user', 'create', 'sam', ...north, '--name', 'x', '--role', 'auditor'], /an e-mail address/],
  ]
  for (const [args, message] of refusals) assert.match((await casewright(...args)).errors, message)
  const { url } = await json<{ url: string }>(
    'user',
    'sign-in-link',
    'SAM.DEE@north.example',
    ...north,
  )
  const signedIn = await fetch(url, { method: 'POST', redirect: 'manual' })
  const cookie = String(signedIn.headers.get('set-cookie')).split(';')[0] ?? ''
  const cases = new URL(String(signedIn.headers.get('location')), url)
  const look = async () => (await fetch(cases, { headers: { cookie }, redirect: 'manual' })).status
  assert.equal(await look(), 200)
  const unused = await json<{ url: string }>(
    'user',
    'sign-in-link',
    'sam.dee@north.example',
    ...north,
  )
  await json('user', 'disable', 'Sam.Dee@north.example', ...north)
  assert.equal((await lastEntry())?.['operation'], 'user disable')
  assert.notEqual(await look(), 200)
  const twice = await casewright('user', 'disable', 'sam.dee@north.example', ...north)
  assert.match(twice.errors, /^north has no active user with that e-mail address/)
  await json('user', 'enable', 'sam.dee', ...north)
  assert.equal((await lastEntry())?.['operation'], 'user enable')
  assert.notEqual(await look(), 200, 'a session that was ended stays so')
  const late = await fetch(unused.url, { method: 'POST', redirect: 'manual' })
  assert.equal(late.headers.get('set-cookie'), null, 'so does a link')
  const enabledTwice = await casewright('user', 'enable', 'sam.dee@north.example', ...north)
  assert.match(enabledTwice.errors, /^north has no disabled user with that e-mail address/)
  const reset = await json('user', 'reset-factors', 'sam.dee', ...north)
  assert.deepEqual(reset, { userName: 'sam.dee', factors: 0, sessionsEnded: 0 })
  assert.equal((await lastEntry())?.['operation'], 'user reset-factors')
  const anew = await json<{ url: string }>('user', 'sign-in-link', 'SAM.DEE', ...north)
  const back = await fetch(anew.url, { method: 'POST', redirect: 'manual' })
  assert.match(String(back.headers.get('set-cookie')), /casewright/)
})

test('an organisation is made with its first administrator, who signs in by the link printed', async () => {
  const { url } = await json<{ url: string }>(
    'organisation',
    'create',
    'south',
    '--name',
    'South Council',
    '--administrator',
    'ife.okafor@south.example',
    '--administrator-name',
    'Okafor, Ife',
  )
  const came = await fetch(url, { method: 'POST', redirect: 'manual' })
  const cookie = String(came.headers.get('set-cookie')).split(';')[0] ?? ''
  const account = await fetch(new URL('/account', url), { headers: { cookie } })
  assert.match(await account.text(), /You are Okafor, Ife of South Council/)
  const south = ['--organisation', 'south'] as const
  const role = ['user', 'role', 'ife.okafor@south.example', 'auditor', ...south] as const
  assert.match((await casewright(...role)).errors, /^This is the last administrator/)
  const other = [
    'user',
    'create',
    'pat.bell@south.example',
    ...south,
    '--name',
    'Bell, Pat',
  ] as const
  await json(...other, '--role', 'administrator')
  assert.deepEqual(await json(...role), { userName: 'ife.okafor', role: 'auditor' })
  const { entries } = await json<{ entries: Record<string, unknown>[] }>('audit', 'show', ...south)
  const { userId, ...told } = Object(entries.at(-1)?.['particulars']) as Record<string, unknown>
  assert.equal(typeof userId, 'number')
  assert.deepEqual(told, { before: 'administrator', role: 'auditor' })
  const stranger = await casewright('user', 'role', 'a@b', 'auditor', ...south)
  assert.match(stranger.errors, /^south has no user with that e-mail address/)
})

test('saved reports go out of one organisation and into another, all or none', async () => {
  await json('report', 'export', file('reports.json'), ...demo)
  const written = readFileSync(file('reports.json'), 'utf8')
  assert.equal((await casewright('report', 'export', ...demo)).out, written)
  const again = await casewright('report', 'export', file('reports.json'), ...demo)
  assert.match(again.errors, /cannot be written \(it is there already\)/)
  await json('report', 'import', file('reports.json'), ...north)
  assert.equal((await lastEntry())?.['operation'], 'report import')
  assert.equal((await casewright('report', 'export', ...north)).out, written)
  const [first] = JSON.parse(written) as { reportId: number; definition: object }[]
  const wrong = [
    { ...first, name: 'Changed' },
    { reportId: 901, name: 'No source', definition: { columns: [] } },
    { reportId: 902, name: 'No such column', definition: { source: 'cases', columns: ['Nope'] } },
  ]
  writeFileSync(file('wrong.json'), JSON.stringify(wrong))
  const refused = await casewright('report', 'import', file('wrong.json'), ...north)
  assert.equal(refused.code, 1)
  assert.match(
    refused.errors,
    /^Nothing was saved\. .*\n  - report 901: source must be .*\n  - report 902: cases have no column Nope\n$/,
  )
  assert.equal((await casewright('report', 'export', ...north)).out, written)
  writeFileSync(file('wrong.json'), '[{"reportId": "7"}]')
  const formless = await casewright('report', 'import', file('wrong.json'), ...north)
  assert.match(formless.errors, /reportId must be a whole number.*\n.*name must be text/)
})
