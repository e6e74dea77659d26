import assert from 'node:assert/strict'
import { installPack, readPackFolder, shippedPacks } from '#domain/packs/index.ts'
import type { Fixture } from '#test/fixture.ts'

/** Installs a pack that is shipped in the first organisation. */
export async function installShippedPack(stage: Fixture, code: string): Promise<void> {
  const { database } = stage.test
  const read = await readPackFolder((await shippedPacks()).get(code) ?? '')
  assert.ok('pack' in read, code)
  const { pack } = read
  const done = await database.write(stage.organisationId, (db) =>
    installPack(db, pack, { by: 'Sam Dee', now: stage.clock.now() }),
  )
  assert.ok(!('faults' in done), JSON.stringify(done))
}
