import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createCase } from '#domain/cases/index.ts'
import { exportCaseTypes, publishCaseType } from '#domain/case-types/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { installPack, updatePack, type Bringing } from './install-pack.ts'
import type { Pack } from './pack.ts'
import { readPackFolder, shippedPacks } from './pack-folder.ts'
import { packHere } from './pack-here.ts'

let stage: Fixture
let pack: Pack
before(async () => {
  stage = await fixture()
  const read = await readPackFolder((await shippedPacks()).get('housing-complaints') ?? '')
  assert.ok('pack' in read)
  pack = read.pack
})
after(() => stage.close())

/** Does it in a transaction that is kept only where there is no fault. */
async function bring(
  work: typeof installPack,
  given: Pack,
  how: Partial<Bringing> & { readonly of?: number } = {},
) {
  const { of = stage.organisationId, ...rest } = how
  let faults: readonly string[] = []
  const done = await stage.test.database
    .write(of, async (db) => {
      const result = await work(db, given, { by: 'a test', now: stage.clock.now(), ...rest })
      if ('faults' in result) throw new Error('kept out', { cause: result.faults })
      return result
    })
    .catch((error: Error) => {
      if (error.message !== 'kept out') throw error
      faults = error.cause as readonly string[]
      return undefined
    })
  return { done, faults }
}

const standings = async (given: Pack = pack) => {
  const { items } = await stage.test.database.read(stage.organisationId, (db) =>
    packHere(db, given),
  )
  const told = items.filter(({ standing }) => standing !== 'same')
  return Object.fromEntries(told.map(({ name, standing }) => [name, standing]))
}

const letterIn = async (code: string): Promise<unknown> => {
  const [row] = await stage.test.sql(
    'select body from letter_templates where organisation_id = $1 and code = $2',
    [stage.organisationId, code],
  )
  return row?.['body']
}

const withLetter = (given: Pack, code: string, body: string): Pack => ({
  ...given,
  letters: given.letters.map((each) => (each.code === code ? { ...each, body } : each)),
})
const replaced = (definition: unknown, what: string, by: string): unknown => {
  const text = JSON.stringify(definition)
  assert.ok(text.includes(what), what)
  return JSON.parse(text.replaceAll(what, by)) as unknown
}
const withCaseType = (given: Pack, name: string, [what, by]: readonly [string, string]): Pack => ({
  ...given,
  caseTypes: given.caseTypes.map((each) =>
    each.name === name ? { name, definition: replaced(each.definition, what, by) } : each,
  ),
})

const complaint = 'HousingComplaint'
const request = 'HousingServiceRequest'
let running: string

test('a pack is installed with its teams and letters, a team of one’s own standing for one of its', async () => {
  await stage.test.sql(
    `insert into teams (organisation_id, code, name) values ($1, 'APPEALS', 'Appeals')`,
    [stage.organisationId],
  )
  const { done, faults } = await bring(installPack, pack, { teams: { REVIEWERS: 'APPEALS' } })
  assert.deepEqual(faults, [])
  assert.deepEqual(done?.teams, ['HOUSING', 'COMPLAINTS'])
  assert.deepEqual(done?.published, [
    { name: complaint, version: 1 },
    { name: request, version: 1 },
  ])
  assert.equal(done?.letters.length, 7)
  assert.deepEqual(await standings(), {})
  const [exported] = await stage.test.database.read(stage.organisationId, (db) =>
    exportCaseTypes(db, complaint),
  )
  assert.match(JSON.stringify(exported?.definition), /"team":"APPEALS"/)
  assert.doesNotMatch(JSON.stringify(exported?.definition), /"team":"REVIEWERS"/)
})

test('it is there once, and in that organisation only', async () => {
  const { faults } = await bring(installPack, pack)
  assert.deepEqual(faults, [`housing-complaints is installed already, in version ${pack.version}`])
  const elsewhere = await bring(updatePack, pack, { of: stage.otherOrganisationId })
  assert.deepEqual(elsewhere.faults, ['housing-complaints is not installed'])
})

test('a case is opened under it', async () => {
  const answer = (await stage.perform(createCase, {
    Type: complaint,
    Details: 'The lift has been out of order for a month.',
    'Customer.Name': 'Robin Field',
    RequestMethod: 'Web',
  })) as { readonly caseId?: number | string }
  running = String(answer.caseId)
  const [row] = await stage.test.sql(
    `select case_type_version as version from cases where organisation_id = $1 and case_id = $2`,
    [stage.organisationId, running],
  )
  assert.equal(row?.['version'], 1)
})

test('what is changed here, in the pack and in both is told apart', async () => {
  const own = await stage.test.database.write(stage.organisationId, async (db) => {
    const [exported] = await exportCaseTypes(db, request)
    const definition = replaced(
      exported?.definition,
      '"Service request"]',
      '"Service request","Jobs"]',
    )
    return publishCaseType(db, definition, stage.clock.now())
  })
  assert.ok('caseType' in own)
  await stage.test.sql(
    `update letter_templates set body = 'We say it in our own way.'
     where organisation_id = $1 and code in ('HO-S1-ACK', 'HO-EXTENSION')`,
    [stage.organisationId],
  )
  assert.deepEqual(await standings(), {
    [request]: 'changed here',
    'HO-S1-ACK': 'changed here',
    'HO-EXTENSION': 'changed here',
  })
  assert.deepEqual(await standings(next()), {
    [complaint]: 'changed in the pack',
    [request]: 'changed here',
    'HO-S1-ACK': 'changed in both',
    'HO-EXTENSION': 'changed here',
    'HO-S2-ACK': 'changed in the pack',
  })
})

/** The next version of the pack. */
const next = (): Pack =>
  withLetter(
    withLetter(
      withCaseType({ ...pack, version: '1.1.0' }, complaint, ['"Estate services"', '"Estates"']),
      'HO-S1-ACK',
      'A better letter.',
    ),
    'HO-S2-ACK',
    'A better letter.',
  )

test('a pack that is at fault here leaves everything as it was', async () => {
  const broken = withCaseType(next(), complaint, ['HO-S2-RESPONSE', 'HO-NO-LETTER'])
  const { done, faults } = await bring(updatePack, broken)
  assert.equal(done, undefined)
  assert.match(faults.join(), /HO-NO-LETTER, which is not there/)
  assert.equal(await letterIn('HO-S2-ACK'), pack.letters.find((l) => l.code === 'HO-S2-ACK')?.body)
  const unknown = await bring(updatePack, next(), {
    teams: { REVIEWERS: 'GHOSTS', NOBODY: 'APPEALS' },
  })
  assert.deepEqual(unknown.faults, [
    'There is no team GHOSTS to stand for REVIEWERS',
    'The pack has no team NOBODY; it has: HOUSING, COMPLAINTS, REVIEWERS',
  ])
})

test('an update keeps what was changed here, and the case that runs keeps its version', async () => {
  const { done } = await bring(updatePack, next())
  assert.deepEqual(done?.published, [{ name: complaint, version: 2 }])
  assert.deepEqual(done?.letters, ['HO-S2-ACK'])
  assert.deepEqual(done?.kept, [request, 'HO-EXTENSION', 'HO-S1-ACK'])
  assert.equal(await letterIn('HO-S1-ACK'), 'We say it in our own way.')
  assert.equal(await letterIn('HO-S2-ACK'), 'A better letter.')
  const [row] = await stage.test.sql(
    `select case_type_version as version from cases where organisation_id = $1 and case_id = $2`,
    [stage.organisationId, running],
  )
  assert.equal(row?.['version'], 1)
  const [exported] = await stage.test.database.read(stage.organisationId, (db) =>
    exportCaseTypes(db, complaint),
  )
  assert.match(JSON.stringify(exported?.definition), /"team":"APPEALS"/, 'teams stand as before')
})

test('an older version is refused, and the pack’s takes the place of ours where that is said', async () => {
  const { faults } = await bring(updatePack, pack)
  assert.deepEqual(faults, ['housing-complaints is installed in version 1.1.0, which is newer'])
  const { done } = await bring(updatePack, next(), { isReplacing: true })
  assert.deepEqual(done?.kept, [])
  assert.equal(await letterIn('HO-S1-ACK'), 'A better letter.')
  assert.deepEqual(await standings(next()), {})
})

test('a pack does not run over what is there already, and waits for what it needs', async () => {
  const named = { ...pack, code: 'other', requires: ['parks'] }
  const { faults } = await bring(installPack, named)
  assert.ok(faults.includes('The pack parks must be installed first'))
  assert.ok(faults.includes(`There is a case type ${complaint} already, which is not the pack's`))
})

test('values that are not there yet are added to lists', async () => {
  await stage.test.sql(
    `insert into options (organisation_id, list, value, group_name, position)
     values ($1, 'case attribute', 'One', '', 0) on conflict do nothing`,
    [stage.organisationId],
  )
  const value = (list: string, of: string) => ({
    list,
    value: of,
    label: null,
    groupName: '',
    position: 0,
  })
  const options = [
    value('case attribute', 'ONE'),
    value('case attribute', 'Two'),
    value('note type', 'Odd'),
  ]
  const { done } = await bring(updatePack, { ...next(), version: '1.2.0', options })
  assert.deepEqual(done?.options, [
    { list: 'case attribute', value: 'Two' },
    { list: 'note type', value: 'Odd' },
  ])
})

test('a pack stands under the law of its nations', async () => {
  const scottish = { ...pack, code: 'elsewhere', nations: ['scotland', 'wales'] as const }
  const { faults } = await bring(installPack, scottish, { of: stage.otherOrganisationId })
  assert.deepEqual(faults, [
    'elsewhere is for scotland, wales, and the organisation works in england',
  ])
})

test('of two who install at once one does it, and the other hears that it is there', async () => {
  const named = (code: string) => ({
    ...next(),
    version: '1.0.0',
    code,
    caseTypes: pack.caseTypes.slice(1).map(({ definition }) => ({
      name: 'Twice',
      definition: { ...(definition as object), name: 'Twice', label: 'Twice', synonyms: [] },
    })),
  })
  const both = await Promise.all([1, 2].map(() => bring(installPack, named('twice'))))
  const told = both.flatMap(({ faults }) => faults)
  assert.deepEqual(told, ['twice is installed already, in version 1.0.0'])
  const published = both.flatMap(({ done }) => done?.published ?? [])
  assert.deepEqual(published, [{ name: 'Twice', version: 1 }])
})

test('a team that the pack has given up stands for none any more', async () => {
  const { done, faults } = await bring(
    updatePack,
    {
      ...next(),
      version: '2.0.0',
      teams: pack.teams.filter(({ code }) => code !== 'REVIEWERS'),
      caseTypes: next().caseTypes.map(({ name, definition }) => ({
        name,
        definition: replaced(definition, name === complaint ? 'REVIEWERS' : 'HOUSING', 'HOUSING'),
      })),
    },
    { isReplacing: true, teams: { housing: 'APPEALS' } },
  )
  assert.deepEqual(faults, [])
  assert.deepEqual(done?.teams, [])
})
