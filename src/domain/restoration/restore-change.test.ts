import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listChanges, recordChange, type Change } from '#domain/change-log/index.ts'
import { letterInLog, listLetterTemplates, saveTemplate } from '#domain/letters/index.ts'
import { addOption, amendOption, listOptions, retireOption } from '#domain/options/index.ts'
import { changeSettings, organisationSettings } from '#domain/organisations/index.ts'
import { removeRole, saveRole } from '#domain/roles/index.ts'
import type { Permission } from '#kernel/permission.ts'
import { Refusal } from '#kernel/refusal.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { restoreChange } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

type Listed = Awaited<ReturnType<(typeof listChanges)['handle']>>
const changes = async () => ((await stage.perform(listChanges, {}, as())) as Listed).changes
const as = (organisationId?: number) => stage.actor('administrator', organisationId)
const newest = async () => (await changes())[0]?.changeId ?? 0
const restore = (changeId: number, organisationId?: number) =>
  stage.perform(restoreChange, { ChangeNumber: String(changeId) }, as(organisationId))
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  assert.ok(error instanceof Refusal, String(error))
  return error.flaws[0]?.message ?? error.kind.name
}

const change = (what: Change, work?: Parameters<typeof stage.test.database.write>[1]) =>
  stage.test.database.write(stage.organisationId, async (db) => {
    await work?.(db)
    recordChange(db, what, { by: 'user 5 Okafor, Ife', now: stage.clock.now() })
  })
const read = <T>(work: Parameters<typeof stage.test.database.read<T>>[1]) =>
  stage.test.database.read(stage.organisationId, work)
/** Changes of configuration reach those who remember it by a message. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}
const isStrict = async () => (await read(organisationSettings)).isStrict

test('a setting is put back as a change of its own', async () => {
  const what = { before: { value: false }, after: { value: true } }
  await change({ kind: 'setting', subject: 'isStrict', ...what }, (db) =>
    changeSettings(db, { title: null, settings: { isStrict: true } }),
  )
  await until(isStrict)
  const first = await newest()
  const permissions = new Set<Permission>(['change.restore'])
  const sent = { ChangeNumber: String(first) }
  assert.match(
    await refusalOf(stage.perform(restoreChange, sent, { ...as(), permissions })),
    /notPermitted/,
  )
  await restore(first)
  await until(async () => !(await isStrict()))
  const [second, was] = await changes()
  assert.deepEqual(
    [second?.restores, second?.before, second?.after, was?.restoredBy],
    [first, { value: true }, { value: false }, second?.changeId],
  )
  assert.match(second?.changedBy ?? '', /Sam Dee/)
  assert.equal(await refusalOf(restore(first)), 'It is as it was before this change already')
})

test('a value that was added goes, and one that was changed again since is left alone', async () => {
  const list = 'note type'
  const added = await stage.perform(addOption, { List: list, Value: 'Semaphore' }, as())
  const { optionId: Option } = added as { readonly optionId: number }
  const sent = { Option: String(Option), Value: 'Semaphore', IsAccepted: 'true' }
  await stage.perform(amendOption, { ...sent, Label: 'Flags', Synonyms: 'Wigwag' }, as())
  await stage.perform(retireOption, sent, as())
  const [retired, amended, made] = (await changes()).map(({ changeId }) => changeId)
  assert.match(await refusalOf(restore(amended ?? 0)), /^It was changed again since/)
  await restore(retired ?? 0)
  await restore(amended ?? 0)
  const held = async () =>
    (await read((db) => listOptions(db, {}))).find(({ value }) => value === 'Semaphore')
  const { label, synonyms, isRetired } = (await held()) ?? {}
  assert.deepEqual([label, synonyms, isRetired], [null, [], false])
  await restore(made ?? 0)
  assert.equal(await held(), undefined)
})

test('a role that was changed or removed is as it was before; one that somebody has stays', async () => {
  await stage.perform(saveRole, { Name: 'leader', 'case.view': 'true' }, as())
  await stage.perform(saveRole, { Name: 'leader', 'case.assign': 'true' }, as())
  await until(async () => (await changes())[0]?.kind === 'role')
  await stage.perform(removeRole, { Role: 'leader' }, as())
  const [removed, changed] = await changes()
  assert.deepEqual([removed?.before, removed?.after], [{ permissions: ['case.assign'] }, null])
  assert.deepEqual(changed?.before, { permissions: ['case.view'] })
  await restore(removed?.changeId ?? 0)
  const saved = await stage.test.sql(`select permissions from roles where name = 'leader'`)
  assert.deepEqual(saved, [{ permissions: ['case.assign'] }])
})

test('a letter that was changed is as it was before', async () => {
  const letter = { code: 'ACK', name: 'Thanks', channel: 'email', subject: null, records: null }
  const [old, fresh] = ['Dear you', 'Dear all'].map((body) => ({ ...letter, body }))
  if (!old || !fresh) throw new Error('two letters')
  await change(
    {
      kind: 'letter template',
      subject: 'ACK',
      before: letterInLog(old),
      after: letterInLog(fresh),
    },
    (db) => saveTemplate(db, { ...fresh, now: stage.clock.now() }),
  )
  await restore(await newest())
  assert.deepEqual(await read((db) => listLetterTemplates(db, {})), [old])
})

test('what cannot be put back is refused in words, and what another organisation changed is unknown', async () => {
  const key = { kind: 'api key', subject: 'c41f08a7d92b4e6f8830a51e2' } as const
  await stage.test.sql(`update api_keys set revoked_at = now() where key = $1`, [key.subject])
  await change({ ...key, before: { works: true }, after: { works: false } })
  assert.match(
    await refusalOf(restore(await newest())),
    /^A key that was revoked never works again/,
  )
  assert.equal(await refusalOf(restore(await newest(), stage.otherOrganisationId)), 'unknownChange')
  const moved = { kind: 'case type', subject: 'Complaint' } as const
  const [before, after] = ['version 1', 'version 2'].map((each) => ({ openCasesUnder: [each] }))
  await change({ ...moved, before: before ?? null, after: after ?? null })
  assert.match(await refusalOf(restore(await newest())), /^Open cases that were moved to a newer/)
  const provider = { kind: 'setting', subject: 'single sign-on', before: null } as const
  await change({ ...provider, after: { issuer: 'https://id.example' } })
  assert.match(await refusalOf(restore(await newest())), /^The client key of a provider is kept in/)
})

test('the change log keeps no secret, and nothing where nothing changed', async () => {
  const last = await newest()
  await change({ kind: 'setting', subject: 'x', before: { value: 1 }, after: { value: 1 } })
  await assert.rejects(
    change({ kind: 'api key', subject: 'x', before: null, after: { secret: 'x' } }),
    /keeps no secret/,
  )
  assert.equal(await newest(), last)
})
