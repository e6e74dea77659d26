import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { caseTypeVersion, configuredCaseTypes } from './configured.ts'
import { exportCaseTypes, publishCaseType } from './publish-case-type.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const publish = (definition: unknown, organisationId = stage.organisationId) =>
  stage.test.database.write(organisationId, (db) =>
    publishCaseType(db, definition, stage.clock.now()),
  )

test('a new version is current at once, and the older one stays readable', async () => {
  const first = await publish({ name: 'Hazard', label: 'Hazard report' })
  const second = await publish({ name: 'hazard', label: 'Hazards' })
  assert.ok('caseType' in first && 'caseType' in second)
  assert.equal(first.caseType.version, 1)
  assert.equal(second.caseType.version, 2)
  await stage.test.database.read(stage.organisationId, async (db) => {
    const current = await configuredCaseTypes(db)
    assert.deepEqual(
      current.map(({ name, label }) => [name, label]),
      [
        ['Complaint', 'Complaint'],
        ['hazard', 'Hazards'],
      ],
    )
    const older = await caseTypeVersion(db, { caseTypeId: first.caseType.caseTypeId, version: 1 })
    assert.equal(older.label, 'Hazard report')
  })
})

test('what is exported can be imported again, and unchanged makes no version', async () => {
  const [exported] = await stage.test.database.read(stage.organisationId, (db) =>
    exportCaseTypes(db, 'complaint'),
  )
  const again = await publish(exported?.definition)
  assert.ok('caseType' in again)
  assert.equal(again.caseType.version, 1)
  const elsewhere = await publish(
    { ...(exported?.definition as object), label: 'Grumble' },
    stage.otherOrganisationId,
  )
  assert.ok('caseType' in elsewhere)
  assert.equal(elsewhere.caseType.version, 2)
})

test('a definition with faults is not stored', async () => {
  assert.deepEqual(await publish({ name: 'Pest', team: 'RATS' }), {
    faults: ['There is no team RATS'],
  })
  assert.deepEqual(
    await publish({
      name: 'Pest',
      procedure: {
        stages: [
          {
            code: 'visit',
            letters: [{ template: 'PEST1' }],
            outcomes: [{ code: 'again', leadsTo: 'visit' }],
          },
        ],
      },
    }),
    {
      faults: [
        'From visit of main no end can be reached: let an outcome of one of them lead to closure',
        'Stage visit raises the letter PEST1, which is not there: add the template first',
      ],
    },
  )
  assert.deepEqual(await publish({ name: '' }), {
    faults: ['name must be a text of 500 characters or fewer'],
  })
  const all = await stage.test.database.read(stage.organisationId, (db) => exportCaseTypes(db))
  assert.ok(!all.some(({ name }) => name === 'Pest'))
})

test('a rule that waits for a value which no list holds is refused', async () => {
  const published = await publish({
    name: 'Pest',
    fields: [{ id: 'Channel', kind: 'list', list: 'request method' }],
    procedure: {
      assignment: [
        {
          name: 'post',
          when: { field: { field: 'Channel', values: ['Web', 'Pigeon'] } },
          to: 'CUSTREL',
        },
      ],
    },
  })
  assert.ok('faults' in published)
  assert.equal(published.faults.length, 1)
  assert.match(
    published.faults.join(),
    /^Assignment rule post asks for Pigeon, which Channel cannot/,
  )
})
