import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { commandLine } from '#test/casewright.ts'
import { allCommands } from './commands.ts'

const line = commandLine()
const { casewright, json, sql } = line
let server: Awaited<ReturnType<typeof line.serve>>
const demo = ['--organisation', 'demo'] as const

before(async () => {
  await casewright('organisation', 'create', 'demo', '--name', 'Demo Council')
  server = await line.serve()
})
after(async () => {
  await server.stop()
  line.remove()
})

const lastEntry = async () => {
  const { entries } = await json<{ entries: Record<string, unknown>[] }>('audit', 'show', ...demo)
  return entries.at(-1)
}

test('help names every command and opens nothing', async () => {
  const elsewhere = commandLine()
  const { code, out, errors } = await elsewhere.casewright('--help')
  assert.deepEqual({ code, errors }, { code: 0, errors: '' })
  const all = await allCommands()
  for (const { name, summary } of all) assert.ok(out.includes(name) && out.includes(summary), name)
  const own = await elsewhere.casewright('api-key', 'create', '--help')
  assert.match(own.out, /--allow CIDR …/)
  const { commands } = await elsewhere.json<{ commands: unknown[] }>('--help')
  assert.equal(commands.length, all.length)
  assert.ok(!existsSync(elsewhere.directory))
  elsewhere.remove()
})

test('what is not typed as it must be is refused with 2, and nothing is opened', async () => {
  const elsewhere = commandLine()
  const wrong: [string[], RegExp][] = [
    [[], /Name a command/],
    [['organisation'], /There is no command "organisation"; there are: organisation create/],
    [['organization', 'list'], /There is no command "organization list"; there are: organisation/],
    [['organisation', 'create', 'Demo', '--name', 'x'], /must be lower-case letters/],
    [['organisation', 'create', 'demoportal', '--name', 'x'], /ends in "reports" or "portal"/],
    [['organisation', 'set', 'demo', 'strickt', 'on'], /must be one of signing-allowed/],
    [['api-key', 'create', '--name', 'x', '--allow', '10.0.0.0/99'], /--allow must be an address/],
    [
      ['option', 'add', 'x', '--list', 'colours'],
      /--list must be one of parameter, contact method/,
    ],
    [['restore'], /FILE is missing/],
  ]
  for (const [args, message] of wrong) {
    const ended = await elsewhere.casewright(...args)
    assert.deepEqual([ended.code, ended.out], [2, ''], args.join(' '))
    assert.match(ended.errors, message)
  }
  assert.ok(!existsSync(elsewhere.directory))
  elsewhere.remove()
})

test('an organisation made before the server started is there, and another is made beside it', async () => {
  await json('organisation', 'create', 'north', '--name', 'North Council', '--first-case', '5000')
  const { organisations } = await json<{ organisations: { name: string; title: string }[] }>(
    'organisation',
    'list',
  )
  assert.deepEqual(
    organisations.map(({ name, title }) => [name, title]),
    [
      ['demo', 'Demo Council'],
      ['north', 'North Council'],
    ],
  )
  const [drawn] = await sql(
    `select organisation_id as id, start_value::int as first from organisations, pg_sequences
     where name = 'north' and sequencename = 'case_ids_' || organisation_id`,
  )
  assert.equal(drawn?.['first'], 5000)
  const again = await casewright('organisation', 'create', 'north', '--name', 'x', '--json')
  assert.deepEqual([again.code, again.out], [1, ''])
  assert.match(String((JSON.parse(again.errors) as { error: string }).error), /"north" already/)
  const [entry] = await sql(
    `select e.actor, e.operation from audit_entries e join organisations using (organisation_id)
     where name = 'north'`,
  )
  assert.deepEqual(entry, {
    actor: `command ${userInfo().username}`,
    operation: 'organisation create',
  })
})

test('hints at further commands are shown as this one was called', async () => {
  const direct = await casewright('organisation')
  assert.match(direct.errors, /\(node bin\/casewright\.mjs --help lists all\)/)
  const byNpm = await line.withVariables({ npm_lifecycle_event: 'casewright' })('organisation')
  assert.match(byNpm.errors, /\(npm run --silent casewright -- --help lists all\)/)
})

test('where organisations are several, the one meant must be named', async () => {
  const unclear = await casewright('user', 'list')
  assert.equal(unclear.code, 1)
  assert.match(unclear.errors, /with --organisation; there are: demo, north\.\n$/)
  const unknown = await casewright('user', 'list', '--organisation', 'south')
  assert.match(unknown.errors, /^There is no organisation "south"; there are: demo, north\.\n$/)
  const none = await casewright('user', 'list', ...demo)
  assert.match(none.out, /^There is no user yet; make one: node .* user create .* demo .*\n$/)
})

test('a setting is switched, and the audit says who did it', async () => {
  await json('organisation', 'set', 'demo', 'error-in-json', 'on')
  type Listed = { organisations: { name: string; settings: Record<string, boolean> }[] }
  const { organisations } = await json<Listed>('organisation', 'list')
  assert.deepEqual(
    organisations.map(({ settings }) => settings['error-in-json']),
    [true, false],
  )
  const entry = await lastEntry()
  assert.equal(entry?.['actor'], `command ${userInfo().username}`)
  assert.equal(entry?.['operation'], 'organisation set')
  assert.deepEqual(entry?.['particulars'], { setting: 'error-in-json', value: true })
})

test('an organisation says under the law of which nation it works, and no other word will do', async () => {
  await json('organisation', 'set', 'north', 'nation', 'Scotland')
  type Listed = { organisations: { settings: Record<string, unknown> }[] }
  const { organisations } = await json<Listed>('organisation', 'list')
  assert.deepEqual(
    organisations.map(({ settings }) => settings['nation']),
    ['england', 'scotland'],
  )
  const refused = await casewright('organisation', 'set', 'north', 'nation', 'on')
  assert.equal(refused.code, 2)
  assert.match(refused.errors, /can be one of: england, wales, scotland, northern-ireland/)
  await json('organisation', 'set', 'north', 'nation', 'england')
})

test('a key pair is made, listed without its secret, and revoked once', async () => {
  const pair = await json<{ key: string; secret: string }>(
    ...(['api-key', 'create', ...demo, '--name', 'Website', '--allow'] as const),
    ...(['203.0.113.7/24', '--allow', '2001:db8::1'] as const),
  )
  assert.deepEqual(Object.keys(pair).toSorted(), ['key', 'secret'])
  assert.match(pair.key, /^[0-9a-f]{25}$/)
  assert.match(pair.secret, /^[0-9a-f]{25}$/)
  const { out } = await casewright('api-key', 'list', ...demo)
  assert.match(out, new RegExp(`${pair.key}  Website  203.0.113.0/24 2001:db8::1  .*  works`))
  assert.ok(!JSON.stringify(await lastEntry()).includes(pair.secret))
  await json('api-key', 'revoke', pair.key, ...demo)
  assert.match((await casewright('api-key', 'list', ...demo)).out, /revoked 20/)
  const again = await casewright('api-key', 'revoke', pair.key, ...demo)
  assert.equal(again.code, 1)
  assert.match(again.errors, /^No working key of demo is that one/)
  assert.equal((await lastEntry())?.['operation'], 'api-key revoke')
})

test('a sign-in link leads to the server that runs, and only for those who are users', async () => {
  await sql(
    `insert into users (organisation_id, user_name, full_name, email, role)
     select organisation_id, 'sdee', 'Sam Dee', 'sam.dee@demo.example', 'administrator'
     from organisations where name = 'demo'`,
  )
  const args = ['user', 'sign-in-link', 'Sam.Dee@demo.example', ...demo] as const
  const { url } = await json<{ url: string }>(...args)
  assert.ok(url.startsWith(`${server.address}/sign-in/demo/`), url)
  assert.equal((await fetch(url)).status, 200)
  const use = () => fetch(url, { method: 'POST', redirect: 'manual' })
  assert.ok((await use()).headers.get('set-cookie'))
  assert.equal((await use()).status, 410, 'it opens one session only')
  assert.equal((await casewright(...args)).out.trim().length, url.length)
  assert.ok(!JSON.stringify(await lastEntry()).includes('sam.dee'))
  const stranger = await casewright('user', 'sign-in-link', 'nobody@demo.example', ...demo)
  assert.equal(stranger.code, 1)
  assert.match(stranger.errors, /has no active user with that e-mail address/)
  assert.match((await casewright('user', 'list', ...demo)).out, /sdee  Sam Dee .* administrator/)
})

test('case types go out and in again, and a faulty file changes nothing', async () => {
  const file = join(line.directory, 'types.json')
  const hazard = {
    name: 'Hazard',
    label: 'Hazard report',
    fields: [{ id: 'Place', label: 'Place' }],
  }
  writeFileSync(file, JSON.stringify([hazard, { name: 'Query' }]))
  await json('case-type', 'import', file, ...demo)
  assert.equal(
    (await casewright('case-type', 'list', ...demo)).out,
    'NAME    VERSION\nHazard  1\nQuery   1\n',
  )
  assert.deepEqual(await json('case-type', 'export', 'hazard', ...demo), hazard)
  const wrong = { name: 'Wrong', fields: [{ id: '1st' }, { id: 'ok', kind: 'picture' }] }
  writeFileSync(file, JSON.stringify([{ name: 'Fine' }, wrong]))
  const refused = await casewright('case-type', 'import', file, ...demo)
  assert.equal(refused.code, 1)
  assert.match(refused.errors, /^Nothing was published.*\n  - Wrong: .*\n  - Wrong: /)
  assert.ok(!(await casewright('case-type', 'list', ...demo)).out.includes('Fine'))
  const missing = await casewright('case-type', 'import', join(line.directory, 'none'), ...demo)
  assert.match(missing.errors, /cannot be read \(ENOENT\)/)
  writeFileSync(file, '{')
  assert.match((await casewright('case-type', 'import', file, ...demo)).errors, /is not JSON/)
})

test('values are added to a list once, retired all or none, and brought back', async () => {
  const list = [...demo, '--list', 'classification', '--group', 'Noise'] as const
  await json('option', 'add', 'Dogs', 'Music', ...list)
  type Added = { added: string[]; alreadyThere: string[] }
  const again = await json<Added>('option', 'add', 'dogs', 'Traffic', ...list)
  assert.deepEqual([again.added, again.alreadyThere], [['Traffic'], ['dogs']])
  const before = await lastEntry()
  await json('option', 'add', 'Dogs', ...list)
  assert.deepEqual(await lastEntry(), before, 'what changes nothing is no entry of the audit')
  const nope = await casewright('option', 'list', ...demo, '--group', 'Nope')
  assert.equal(nope.out, 'There is no group "Nope"; there are: Noise.\n')
  const refused = await casewright('option', 'remove', 'Music', 'Fireworks', ...list)
  assert.equal(refused.code, 1)
  assert.match(refused.errors, /offers no value "Fireworks", so nothing was retired/)
  await json('option', 'remove', 'music', ...list)
  type Listed = { options: { value: string; group: string; isRetired: boolean }[] }
  const { options } = await json<Listed>('option', 'list', ...list)
  assert.deepEqual(
    options.map(({ group, value, isRetired }) => [group, value, isRetired]),
    [
      ['Noise', 'Dogs', false],
      ['Noise', 'Music', true],
      ['Noise', 'Traffic', false],
    ],
  )
  assert.deepEqual((await json<Added>('option', 'add', 'music', ...list)).added, ['Music'])
})

test('saved reports are listed', async () => {
  assert.match(
    (await casewright('report', 'list', ...demo)).out,
    /^There is no saved report yet; bring/,
  )
  await sql(
    `insert into reports select organisation_id, 7, 'Open cases', 'cases', '{}'
     from organisations where name = 'demo'`,
  )
  assert.deepEqual(await json('report', 'list', ...demo), {
    reports: [{ id: 7, name: 'Open cases', source: 'cases' }],
  })
})

test('hosts with addresses that are not public are allowed and removed again', async () => {
  await json('document-source', 'allow', 'Files.Internal', '[fd00::5]:8080', ...demo)
  assert.equal(
    (await casewright('document-source', 'list', ...demo)).out,
    'HOST            PORT\nfd00::5         8080\nfiles.internal  80\nfiles.internal  443\n',
  )
  const removed = await casewright('document-source', 'remove', 'files.internal', ...demo)
  assert.equal(removed.out, 'Allowed no longer: files.internal:80, files.internal:443.\n')
  assert.equal((await lastEntry())?.['operation'], 'document-source remove')
  const again = await casewright('document-source', 'remove', 'files.internal', ...demo)
  assert.equal(again.code, 1)
  const wrong = await casewright('document-source', 'allow', 'http://files.internal', ...demo)
  assert.deepEqual([wrong.code, wrong.out], [2, ''])
})

test('a job that has failed for good is listed and tried again', async () => {
  await sql(`select set_config('casewright.organisation', organisation_id::text, false),
    enqueue_job('fetch documents', '{}', now(), 3) from organisations where name = 'demo'`)
  await sql(`update graphile_worker._private_jobs
    set attempts = max_attempts, last_error = 'no answer'`)
  type Listed = { jobs: { jobId: number; failure: string }[] }
  const [job] = (await json<Listed>('job', 'list', ...demo)).jobs
  assert.equal(job?.failure, 'no answer')
  const foreign = ['job', 'rerun', String(job?.jobId), '--organisation', 'north']
  assert.equal((await casewright(...foreign)).code, 1)
  await json('job', 'rerun', String(job?.jobId), ...demo)
  assert.equal((await casewright('job', 'list', ...demo)).out, 'No job has failed for good.\n')
})
