import assert from 'node:assert/strict'
import { configuredCaseTypes } from '#domain/case-types/index.ts'
import { installPack, readPackFolder, shippedPacks } from '#domain/packs/index.ts'
import type { Fixture } from '#test/fixture.ts'

/** Installs a pack that is shipped in the first organisation, and waits until everyone has heard of it. */
export async function installShippedPack(stage: Fixture, code: string): Promise<void> {
  const { database } = stage.test
  const read = await readPackFolder((await shippedPacks()).get(code) ?? '')
  assert.ok('pack' in read, code)
  const { pack } = read
  const done = await database.write(stage.organisationId, (db) =>
    installPack(db, pack, { by: 'Sam Dee', now: stage.clock.now() }),
  )
  assert.ok(!('faults' in done), JSON.stringify(done))
  const wanted = pack.caseTypes.map(({ name }) => name)
  const isHeard = () =>
    database.read(stage.organisationId, async (db) => {
      const types = await configuredCaseTypes(db)
      return wanted.every((name) => types.some((type) => type.name === name))
    })
  while (!(await isHeard())) await new Promise((resolve) => setTimeout(resolve, 5))
}
