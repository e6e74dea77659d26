import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readReceipt } from '#domain/calendar/index.ts'
import {
  configuredCaseTypes,
  exportCaseTypes,
  parseCaseType,
  publishCaseType,
} from '#domain/case-types/index.ts'
import { addPoint } from '#domain/complaints/index.ts'
import {
  checkPack,
  packHere,
  readPackFolder,
  shippedPacks,
  updatePack,
  type Pack,
} from '#domain/packs/index.ts'
import { simulate, type Simulation } from '#domain/simulation/index.ts'
import { getProcedure, moveStage } from '#domain/stages/index.ts'
import { housingStage, type HousingStage } from '#test/housing-stage.ts'

// A pack is checked, walked through, installed, changed here, compared and updated while a complaint of 2027 runs
// on it. No bank holiday falls into the time of this one.
const complaint = 'HousingComplaint'
const request = 'HousingServiceRequest'

let stage: HousingStage
let pack: Pack
let old: number
let young: number
before(async () => {
  const read = await readPackFolder((await shippedPacks()).get('housing-complaints') ?? '')
  assert.ok('pack' in read)
  ;({ pack } = read)
  stage = await housingStage('2027-06-05T09:00:00Z')
})
after(() => stage.close())

/** A value of JSON with some of its text replaced, which must be there. */
function replaced<T>(value: T, what: string, by: string): T {
  const text = JSON.stringify(value)
  assert.ok(text.includes(what), what)
  return JSON.parse(text.replaceAll(what, by)) as T
}

const atWork = '"title":"Investigate each point","due":{"days":'
const inWords = '"customerStatus":"We are looking into your complaint'

/** The next version: five days for the answer after the investigation, other words, and a leaflet. */
const next = (): Pack => ({
  ...pack,
  version: '1.1.0',
  caseTypes: pack.caseTypes.map(({ name, definition }) => ({
    name,
    definition:
      name === complaint
        ? replaced(replaced(definition, inWords, `${inWords} now`), `${atWork}-3`, `${atWork}-5`)
        : definition,
  })),
  letters: pack.letters.map((each) =>
    each.code === 'HO-S2-ACK' ? { ...each, body: `${each.body}\n\nA leaflet is enclosed.` } : each,
  ),
  samples: replaced(pack.samples, '"INVESTIGATE":"2027-05-28"', '"INVESTIGATE":"2027-05-26"'),
})

const walk = (given: Pack, take: readonly string[]): Simulation => {
  const definition = given.caseTypes.find(({ name }) => name === complaint)?.definition
  const parsed = parseCaseType(definition)
  const received = readReceipt('2027-06-05T10:00')
  assert.ok('caseType' in parsed && 'value' in received)
  const course = { received: received.value, nation: 'england', take } as const
  return simulate(parsed.caseType.procedure, course)
}

const here = async (given: Pack) => {
  const { items, installed } = await stage.test.database.read(stage.organisationId, (db) =>
    packHere(db, given),
  )
  const differing = items.filter(({ standing }) => standing !== 'same')
  return { installed, differing }
}
const standings = async (given: Pack) =>
  Object.fromEntries((await here(given)).differing.map(({ name, standing }) => [name, standing]))

const update = (given: Pack) =>
  stage.test.database.write(stage.organisationId, (db) =>
    updatePack(db, given, { by: 'a test', now: stage.clock.now() }),
  )

/** Waits until everyone has heard of a version of a case type. */
async function heard(name: string, version: number): Promise<void> {
  const types = () => stage.test.database.read(stage.organisationId, configuredCaseTypes)
  while (!(await types()).some((type) => type.name === name && type.version === version))
    await new Promise((resolve) => setTimeout(resolve, 5))
}

const open = async () => {
  const said = { Details: 'The lift stands still.', 'Customer.Name': 'Robin Field' }
  return (await stage.create({ Type: complaint, ...said })).caseId
}
const acknowledge = (caseId: number) => {
  const ofStage = { Track: 'main', Stage: 'stage-1' }
  return stage.record('nora', caseId, { ...ofStage, Event: 'acknowledged', Date: '2027-06-09' })
}
const versionOf = async (caseId: number) => (await stage.theCase(caseId))['case_type_version']
const stagesOf = async (caseId: number) => {
  const shown = (await stage.act('mia', getProcedure, { CaseId: caseId })) as {
    tracks: { stages: { name: string; standing: string; dueOn: string | null }[] }[]
  }
  return shown.tracks[0]?.stages.map(({ name, standing, dueOn }) => [name, standing, dueOn])
}

test('the pack has no fault, and one that breaks it is told before anybody installs it', () => {
  assert.deepEqual(checkPack(pack), [])
  assert.deepEqual(checkPack(next()), [])
  assert.deepEqual(checkPack({ ...next(), samples: pack.samples }), [
    'The sample “Both stages, the first extended, over two bank holidays” stage-1: INVESTIGATE is due 2027-05-26, not 2027-05-28',
  ])
  const letterless = { ...pack, letters: pack.letters.filter(({ code }) => code !== 'HO-S1-ACK') }
  assert.match(checkPack(letterless).join('\n'), /HO-S1-ACK, which is not there/)
})

test('a sample case walks through both stages', () => {
  const { steps, closedOn } = walk(pack, ['escalated', 'upheld'])
  assert.deepEqual(
    steps.map((step) => [step.stage, step.startedOn, step.endedOn, step.outcome]),
    [
      ['stage-1', '2027-06-05', '2027-06-25', 'Answered, and escalated to stage 2 at once'],
      ['stage-2', '2027-06-25', '2027-07-30', 'Upheld'],
    ],
  )
  assert.equal(closedOn, '2027-07-30')
})

test('installed it is here as it is in the pack, and a case runs on it with the dates of the sample', async () => {
  assert.deepEqual(await standings(pack), {})
  old = await open()
  assert.equal(await versionOf(old), 1)
  const [step] = walk(pack, []).steps
  const due = [...(step?.tasks ?? []), ...(step?.letters ?? [])].map((each) => [
    each.code,
    each.due,
  ])
  assert.deepEqual(await stage.waiting(old), Object.fromEntries(due))
  assert.equal((await stage.deadline(old, 'stage-1', 'respond')).dueOn, '2027-06-25')
})

test('what is changed here is told apart from what the next version changes, each where it is', async () => {
  const own = await stage.test.database.write(stage.organisationId, async (db) => {
    const [exported] = await exportCaseTypes(db, request)
    const definition = replaced(
      exported?.definition,
      '"Service request"]',
      '"Service request","Job"]',
    )
    return publishCaseType(db, definition, stage.clock.now())
  })
  assert.ok('caseType' in own)
  await stage.rows(
    `update letter_templates set body = 'In our own words.'
     where organisation_id = $1 and code = 'HO-S1-ACK'`,
  )
  assert.deepEqual(await standings(pack), {
    [request]: 'changed here',
    'HO-S1-ACK': 'changed here',
  })
  const { differing, installed } = await here(next())
  assert.equal(installed?.version, pack.version)
  assert.deepEqual(
    differing.map(({ name, standing, pack: changed }) => [name, standing, changed.length]),
    [
      [complaint, 'changed in the pack', 2],
      [request, 'changed here', 0],
      ['HO-S1-ACK', 'changed here', 0],
      ['HO-S2-ACK', 'changed in the pack', 1],
    ],
  )
  const [{ pack: changed } = assert.fail()] = differing
  assert.deepEqual(
    changed.filter(({ path }) => path.includes('INVESTIGATE')),
    [
      {
        path: 'procedure.tracks[main].stages[stage-1].tasks[INVESTIGATE].due.days',
        before: -3,
        after: -5,
      },
    ],
  )
})

test('updated: what was changed here stays, the case that runs keeps its version, its stages and dates', async () => {
  const dated = async () => [await stage.waiting(old), await stagesOf(old), await versionOf(old)]
  const asBefore = await dated()
  const done = await update(next())
  assert.ok(!('faults' in done), JSON.stringify(done))
  assert.deepEqual(
    [done.published, done.letters, done.kept],
    [[{ name: complaint, version: 2 }], ['HO-S2-ACK'], [request, 'HO-S1-ACK']],
  )
  await heard(complaint, 2)
  assert.deepEqual(await dated(), asBefore)
  stage.clock.set('2027-06-09T10:00:00Z')
  await acknowledge(old)
  const { INVESTIGATE, RESPOND } = await stage.waiting(old)
  assert.deepEqual([INVESTIGATE, RESPOND], ['2027-06-18', '2027-06-23'])
})

test('a new case is of the new version, and both go on side by side', async () => {
  young = await open()
  assert.equal(await versionOf(young), 2)
  const { INVESTIGATE, RESPOND } = await stage.waiting(young)
  assert.deepEqual([INVESTIGATE, RESPOND], ['2027-06-23', '2027-06-30'])
  await acknowledge(young)
  for (const caseId of [old, young]) {
    for (const [field, value] of Object.entries({ Decision: 'Upheld', ReasonsForDecision: 'Late' }))
      await stage.fill('nora', caseId, field, value)
    const move = { CaseId: caseId, Outcome: 'escalated' }
    await stage.refused('nora', moveStage, move, [
      'Record what is complained of, point by point, first.',
      'The letter “Response, stage 1” must be sent first.',
    ])
    await stage.act('nora', addPoint, { CaseId: caseId, Description: 'The roof leaks' })
    await stage.answer('nora', caseId, 1, 'upheld')
    await stage.refused('nora', moveStage, move, [
      'The letter “Response, stage 1” must be sent first.',
    ])
    await stage.send('nora', caseId, 'HO-S1-RESPONSE', 'We were late, and are sorry.')
    await stage.act('nora', moveStage, move)
    assert.deepEqual(await stagesOf(caseId), [
      ['Stage 1', 'done', '2027-06-23'],
      ['Stage 2', 'current', '2027-07-14'],
    ])
  }
  assert.deepEqual([await versionOf(old), await versionOf(young)], [1, 2])
})
