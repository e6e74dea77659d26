import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { findRunningPostgres } from '#platform/embedded-postgres/index.ts'
import { commandLine } from '#test/casewright.ts'

const line = commandLine()
const { casewright, json, sql } = line
let server: Awaited<ReturnType<typeof line.serve>>
const demo = ['--organisation', 'demo'] as const

before(async () => {
  server = await line.serve()
  for (const name of ['demo', 'north'])
    await json('organisation', 'create', name, '--name', `${name} council`)
  await json('organisation', 'set', 'demo', 'strict', 'on')
})
after(async () => {
  await server.stop()
  line.remove()
})

test('the chain of the audit is whole until somebody alters an entry, and then it says which', async () => {
  const whole = await casewright('audit', 'verify')
  assert.equal(whole.code, 0)
  assert.match(whole.out, /^demo: the chain is whole: \d+ entries, the last hash [0-9a-f]{64}\.$/m)
  const [second] = await sql(
    `select e.organisation_id as organisation, e.entry_id as entry from audit_entries e
     join organisations o using (organisation_id) where o.name = 'demo' order by 2 offset 1 limit 1`,
  )
  const key = [second?.['organisation'], second?.['entry']]
  const where = 'where organisation_id = $1 and entry_id = $2'
  await sql(`update audit_entries set actor = actor || '!' ${where}`, key, 'postgres')
  const broken = await casewright('audit', 'verify', ...demo)
  assert.equal(broken.code, 1)
  assert.match(
    broken.out,
    new RegExp(`broken:\n  entry ${String(second?.['entry'])}, link 2: was altered`),
  )
  const told = await casewright('audit', 'verify', '--json')
  assert.equal(told.code, 1)
  assert.equal((JSON.parse(told.out) as { isWhole: boolean }).isWhole, false)
  await sql(`update audit_entries set actor = rtrim(actor, '!') ${where}`, key, 'postgres')
  assert.equal((await casewright('audit', 'verify')).code, 0)
})
test('a backup of a running installation is restored beside it, with the key that was kept apart', async () => {
  const { key } = await json<{ key: string }>('api-key', 'create', ...demo, '--name', 'Website')
  const file = join(line.directory, '../backup.tar.gz')
  const keyFile = join(line.directory, '../key')
  const made = await json<{ organisations: number; warnings: string[] }>(
    ...(['backup', file, '--key-file', keyFile] as const),
  )
  assert.equal(made.organisations, 2)
  assert.match(made.warnings.join(), /master key is not in the backup/)
  assert.equal(statSync(keyFile).mode & 0o777, 0o600)
  const told = await sql(
    `select count(*)::int as count from audit_entries where operation = 'backup'`,
  )
  assert.deepEqual(told, [{ count: 2 }], 'each organisation can see that it was copied')
  const other = commandLine()
  try {
    const keyless = await other.casewright('restore', file)
    assert.equal(keyless.code, 1)
    assert.match(keyless.errors, /another master key.*--key-file/)
    const { organisations } = await other.json<{ organisations: number }>(
      ...(['restore', file, '--key-file', keyFile] as const),
    )
    assert.equal(organisations, 2)
    assert.equal(
      readFileSync(join(other.directory, 'master.key'), 'utf8'),
      readFileSync(join(line.directory, 'master.key'), 'utf8'),
    )
    const verified = await other.casewright('audit', 'verify')
    assert.equal(verified.code, 0, verified.out)
    assert.ok((await other.casewright('api-key', 'list', ...demo)).out.includes(key))
    const twice = await other.casewright('restore', file)
    assert.match(twice.errors, /empty installation only, and this one holds demo, north/)
  } finally {
    other.remove()
  }
})

test('where nothing is, only commands that make an installation make one', async () => {
  const nowhere = commandLine()
  const file = join(nowhere.directory, '../backup.tar.gz')
  for (const args of [
    ['organisation', 'list'],
    ['backup', file],
    ['audit', 'verify'],
  ]) {
    const { code, out, errors } = await nowhere.casewright(...args)
    assert.deepEqual([code, out], [1, ''], args.join(' '))
    assert.equal(
      errors,
      `There is no installation in ${nowhere.directory}; \`npm start\` makes one, or set DATA_DIR.\n`,
    )
  }
  assert.ok(!existsSync(nowhere.directory))
  nowhere.remove()
})

test("on a server of one's own a command that looks something up migrates nothing, but says how", async () => {
  const { socketDirectory } = findRunningPostgres(join(line.directory, 'postgres')) ?? {}
  const urlOf = (user: string) =>
    `postgres://${user}@localhost/empty?host=${encodeURIComponent(socketDirectory ?? '')}`
  await sql('create database empty owner casewright_owner', [], 'postgres')
  const own = commandLine()
  const ask = own.withVariables({
    DATABASE_URL: urlOf('casewright'),
    DATABASE_OWNER_URL: urlOf('casewright_owner'),
  })
  for (const args of [
    ['case-type', 'list'],
    ['organisation', 'list'],
    ['job', 'list'],
  ]) {
    const { code, out, errors } = await ask(...args)
    assert.deepEqual([code, out], [1, ''], args.join(' '))
    assert.match(errors, /^The database lacks \d+ migrations\. .*run: casewright migrate\n$/)
  }
  assert.match((await ask('migrate')).out, /^Applied: 0001/)
  assert.equal((await ask('organisation', 'list')).code, 0)
  own.remove()
})

test('migrate says what was applied, and that nothing was left to apply', async () => {
  assert.deepEqual(await json('migrate'), { applied: [] })
  const fresh = commandLine()
  const { applied } = await fresh.json<{ applied: string[] }>('migrate')
  assert.ok(applied.includes('0001-organisations.sql'))
  fresh.remove()
})
