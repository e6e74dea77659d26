import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import {
  allowDocumentSources,
  listDocumentSources,
  readDocumentSource,
  removeDocumentSources,
} from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

test('document sources: a host alone means its ports 80 and 443, and the organisation’s list is its own', async () => {
  assert.deepEqual(readDocumentSource('Files.Example.ORG'), [
    { host: 'files.example.org', port: 80 },
    { host: 'files.example.org', port: 443 },
  ])
  assert.deepEqual(readDocumentSource('[::1]:8080'), [{ host: '::1', port: 8080 }])
  for (const doubtful of ['', ':80', 'a b', 'files.example:0', 'files.example:70000', '127.1'])
    assert.equal(readDocumentSource(doubtful), undefined, doubtful)
  const sources = readDocumentSource('files.example') ?? []
  await stage.test.database.write(stage.organisationId, (db) => allowDocumentSources(db, sources))
  await stage.test.database.write(stage.organisationId, (db) => allowDocumentSources(db, sources))
  const listed = (organisationId: number) =>
    stage.test.database.read(organisationId, (db) => listDocumentSources(db, {}))
  assert.equal((await listed(stage.organisationId)).length, 2)
  assert.deepEqual(await listed(stage.otherOrganisationId), [])
  assert.deepEqual(
    await stage.test.database.write(stage.organisationId, (db) =>
      removeDocumentSources(db, sources.slice(0, 1)),
    ),
    [{ host: 'files.example', port: 80 }],
  )
  assert.equal((await listed(stage.organisationId)).length, 1)
})
