import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { configuredCaseTypes, findCaseType } from '#domain/case-types/index.ts'
import { createCase } from '#domain/cases/index.ts'
import { settleClock } from '#domain/clock/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { installPack } from './install-pack.ts'
import type { PackSample } from './pack.ts'
import { readPackFolder, shippedPacks } from './pack-folder.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
  stage.clock.set('2027-12-31T12:00:00Z')
})
after(() => stage.close())

/** What must be said to open a case of a type. */
async function requiredOf(caseType: string): Promise<Readonly<Record<string, string>>> {
  const types = await stage.test.database.read(stage.organisationId, configuredCaseTypes)
  const fields = findCaseType(types, caseType)?.fields.filter(({ isRequired }) => isRequired) ?? []
  return Object.fromEntries(fields.map(({ id, values }) => [id, values?.[0] ?? 'Something']))
}

/** A case as the sample has it, with what has happened to it while its first stage ran. */
async function open(sample: PackSample): Promise<number> {
  const { organisationId } = stage
  const { received, caseType } = sample
  const { caseId } = (await stage.perform(createCase, {
    Type: caseType,
    RequestDate: received.includes('T') ? `${received}:00` : received,
    'Customer.Surname': 'Field',
    ...(await requiredOf(caseType)),
  })) as { readonly caseId: number }
  for (const { name, on } of sample.events.filter((event) => event.on <= endOfFirst(sample)))
    await stage.test.sql(
      `insert into clock_events
         (organisation_id, case_id, name, happened_on, recorded_by, recorded_at)
       values ($1, $2, $3, $4, 'Sam Dee', now())`,
      [organisationId, caseId, name, on],
    )
  await stage.test.database.write(organisationId, (db) =>
    settleClock(db, { caseId, now: stage.clock.now() }),
  )
  return caseId
}

function endOfFirst({ expect }: PackSample): string {
  const [first] = expect.stages
  return (
    first?.endedOn ??
    Object.values(first?.due ?? {})
      .toSorted()
      .at(-1) ??
    ''
  )
}

async function dueIn(caseId: number, { stage: code }: { readonly stage: string }) {
  const rows = await stage.test.sql(
    `select code, due_on::text as due from case_deadlines
     where organisation_id = $1 and case_id = $2 and stage in ($3, '')
     union all
     select code, due_on::text from tasks
     where organisation_id = $1 and case_id = $2 and stage = $3`,
    [stage.organisationId, caseId, code],
  )
  return new Map(rows.map(({ code: of, due }) => [of, due]))
}

for (const [code, folder] of await shippedPacks()) {
  const read = await readPackFolder(folder)
  assert.ok('pack' in read)
  const { pack } = read
  for (const nation of new Set(pack.samples.map((sample) => sample.nation)))
    test(`a case of ${code} in ${nation} has the dates of the sample`, async () => {
      await settleIn(nation)
      const installed = await stage.test.database.write(stage.organisationId, (db) =>
        installPack(db, pack, { by: 'a test', isReplacing: true, now: stage.clock.now() }),
      )
      assert.ok(!('faults' in installed), JSON.stringify(installed))
      for (const sample of pack.samples.filter((each) => each.nation === nation)) {
        const caseId = await open(sample)
        const [first] = sample.expect.stages
        assert.ok(first)
        const due = await dueIn(caseId, first)
        for (const [of, day] of Object.entries(first.due ?? {}))
          if (due.has(of)) assert.equal(due.get(of), day, `${sample.name}: ${of}`)
        assert.ok(due.size > 0)
      }
    })
}

/** Puts the organisation under the law of a nation, with no pack. */
async function settleIn(nation: string): Promise<void> {
  const { organisationId } = stage
  await stage.test.sql(`delete from installed_packs where organisation_id = $1`, [organisationId])
  await stage.test.sql(
    `update organisations set settings = settings || jsonb_build_object('nation', $2::text)
     where organisation_id = $1`,
    [organisationId, nation],
  )
  const read = () => stage.test.database.read(organisationId, organisationSettings)
  while ((await read()).nation !== nation) await new Promise((resolve) => setTimeout(resolve, 5))
}
