import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { documentStore } from '#platform/files/document-store.ts'
import { knownMigrations, migrate } from '#platform/migrate.ts'
import { backupStage, contentsOf, type BackupStage, type Target } from '#test/backup-stage.ts'
import { fixtureKey } from '#test/fixture.ts'
import { makeBackup } from './make-backup.ts'

let stage: BackupStage
before(async () => {
  stage = await backupStage()
})
after(() => stage.close())

const isEmpty = async ({ empty, store }: Target): Promise<void> => {
  assert.deepEqual(await empty.sql('select name from organisations'), [])
  assert.equal((await contentsOf(store, stage.fixture.organisationId)).size, 0)
}

test('a file that was cut short anywhere, or altered, is refused before anything is written', async () => {
  const { file } = await stage.backUp()
  const bytes = readFileSync(file)
  const archive = gunzipSync(bytes)
  const altered = Buffer.from(archive)
  altered.write('Z', archive.indexOf('The first letter'))
  const alteredRow = Buffer.from(archive)
  alteredRow.write('Z', archive.indexOf('EXT-0041'))
  const bad: [string, Buffer, RegExp][] = [
    ['half', bytes.subarray(0, bytes.length / 2), /ends too early/],
    ['almost', bytes.subarray(0, bytes.length - 1), /ends too early/],
    ['without its manifest', gzipSync(archive.subarray(0, 20_480)), /ends too early/],
    ['another document', gzipSync(altered), /not what its manifest says/],
    ['another row', gzipSync(alteredRow), /not what its manifest says/],
    ['no archive', Buffer.from('something else'), /no backup/],
    ['empty', Buffer.alloc(0), /ends too early/],
    ['another archive', gzipSync(Buffer.alloc(10_240)), /no backup/],
  ]
  await stage.inEmpty(async (target) => {
    for (const [what, content, message] of bad) {
      const path = stage.newPath()
      writeFileSync(path, content)
      await assert.rejects(target.restore(path), { name: 'BackupRefused', message }, what)
    }
    await isEmpty(target)
    await target.restore(file)
  })
})

test('a backup is not restored over organisations, nor under another master key', async () => {
  const { file } = await stage.backUp()
  await stage.inEmpty(async (target) => {
    const foreign = createSecretKey(Buffer.alloc(32, 8))
    await assert.rejects(target.restore(file, { masterKey: foreign }), {
      message: /another master key/,
    })
    await isEmpty(target)
    await target.empty.sql(`select create_organisation('here', 'Here', 1)`)
    await assert.rejects(target.restore(file), { message: /empty installation only.* holds here/ })
  })
})

test('a restore that breaks off leaves the installation as empty as it was', async () => {
  const { file } = await stage.backUp()
  await stage.inEmpty(async ({ empty, restore }) => {
    const beforeCommit = () => Promise.reject(new Error('the disk is full'))
    await assert.rejects(restore(file, { beforeCommit }), /the disk is full/)
    assert.deepEqual(await empty.sql('select name from organisations'), [])
    await restore(file)
  })
})

test('a document that the store has lost or damaged is told, and the rest is kept', async () => {
  const { organisationId } = stage.fixture
  const directory = stage.newPath()
  const store = await documentStore(directory)
  const stored = await stage.fixture.test.sql(
    `select content_hash as hash from documents where organisation_id = $1 order by content_size`,
    [organisationId],
  )
  const [kept, damaged, missing] = stored.map(({ hash }) => String(hash))
  for (const hash of [kept, damaged]) {
    const content = (await stage.documents.open(organisationId, hash ?? '')) ?? assert.fail()
    await store.put(organisationId, content, { maxBytes: 1e9 })
  }
  const path = join(directory, String(organisationId), (damaged ?? '').slice(0, 2), damaged ?? '')
  appendFileSync(path, 'more')
  const file = stage.newPath()
  const from = { owner: stage.fixture.test.owner, masterKey: fixtureKey, now: new Date(0) }
  const { losses } = await makeBackup({ ...from, file, documents: store })
  const known = new Set([kept, damaged, missing])
  const own = losses.filter(
    (loss) => loss.organisationId === organisationId && known.has(loss.hash),
  )
  assert.deepEqual(
    new Map(own.map(({ hash, what }) => [hash, what])),
    new Map([
      [damaged, 'damaged'],
      [missing, 'missing'],
    ]),
  )
  await stage.inEmpty(async (target) => {
    await target.restore(file)
    assert.deepEqual([...(await contentsOf(target.store, organisationId)).keys()], [kept])
  })
})

test('a backup from before a migration is restored and brought up to date', async () => {
  const [last, ...earlier] = (await knownMigrations()).toReversed()
  const { file } = await stage.backUp()
  await stage.inEmpty(async ({ empty, restore }) => {
    await empty.sql('drop owned by casewright_owner, casewright_equality cascade')
    await migrate(empty.owner, earlier)
    await empty.sql(`select create_organisation('early', 'Early', 7)`)
    const { file: old } = await stage.backUp(empty)
    await stage.inEmpty(async (target) => {
      assert.deepEqual((await target.restore(old)).applied, [last])
      assert.deepEqual(await target.empty.sql('select name from organisations'), [
        { name: 'early' },
      ])
      const migrations = await target.empty.sql('select name from migrations order by name')
      assert.deepEqual(
        migrations.map(({ name }) => name),
        await knownMigrations(),
      )
    })
    await empty.sql('delete from organisations')
    assert.deepEqual((await restore(file)).applied, [], 'and a newer one into an older database')
  })
})

test('a backup from a newer version is refused', async () => {
  await stage.fixture.test.sql(`insert into migrations (name) values ('9999-tomorrow.sql')`)
  const { file } = await stage.backUp()
  await stage.fixture.test.sql(`delete from migrations where name like '9999%'`)
  await stage.inEmpty(async (target) => {
    await assert.rejects(target.restore(file), { message: /newer version.*9999-tomorrow/ })
    await isEmpty(target)
  })
})

test('a file that is there already is kept', async () => {
  const file = stage.newPath()
  writeFileSync(file, 'mine')
  await assert.rejects(stage.backUp(undefined, file), {
    name: 'BackupRefused',
    message: /exists already/,
  })
  assert.equal(readFileSync(file, 'utf8'), 'mine')
})

test('a place where nothing can be written is named', async () => {
  const file = join(stage.newPath(), 'backup')
  await assert.rejects(stage.backUp(undefined, file), { message: /cannot be written \(ENOENT\)/ })
})
