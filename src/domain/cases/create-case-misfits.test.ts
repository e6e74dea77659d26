import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Refusal } from '#kernel/refusal.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

const notesOf = (caseId: number) =>
  stage.rows(
    `select kind, body, is_visible_to_customer as "isVisible" from notes
     where organisation_id = $1 and case_id = $2`,
    caseId,
  )

test('a value that fits no list or kind is kept in the intake notes and flagged', async () => {
  await stage.publish({
    name: 'Pothole',
    fields: [
      { id: 'Depth', kind: 'number' },
      { id: 'SeenOn', kind: 'date' },
    ],
  })
  const { caseId, team } = await stage.create({
    Type: 'Pothole',
    RequestMethod: 'Pigeon',
    Team: 'NOWHERE',
    AssignedTeam: 'roads',
    Depth: 'deep',
    SeenOn: '14/03/2026',
    'Customer.Category': 'Royalty',
    'Case.ReceivedDate': 'yesterday',
  })
  const misfits = [
    { parameter: 'RequestMethod', text: 'Pigeon' },
    { parameter: 'Team', text: 'NOWHERE' },
    { parameter: 'Case.ReceivedDate', text: 'yesterday' },
    { parameter: 'Customer.Category', text: 'Royalty' },
    { parameter: 'Depth', text: 'deep' },
  ]
  assert.equal(team, 'ROADS')
  assert.deepEqual(await stage.flagsOf(caseId), misfits)
  assert.deepEqual(await notesOf(caseId), [
    {
      kind: 'Intake',
      body: misfits.map(({ parameter, text }) => `${parameter}: ${text}`).join('\n'),
      isVisible: false,
    },
  ])
  assert.deepEqual((await stage.theCase(caseId))['attributes'], { SeenOn: '2026-03-14' })
})

test('a strict organisation refuses what fits no list, and nothing is stored', async () => {
  await stage.setStrict(true)
  const before = await stage.test.sql(`select count(*)::int as n from cases`)
  await stage.refused({ Type: 'Complaint', RequestMethod: 'Pigeon' }, 'invalidInput', {
    parameter: 'RequestMethod',
    kind: 'invalid',
  })
  assert.deepEqual(await stage.test.sql(`select count(*)::int as n from cases`), before)
  await stage.setStrict(false)
})

test('a required field of the form must be sent', async () => {
  await stage.publish({
    name: 'Fence',
    fields: [
      { id: 'Where', label: 'Where does it stand?', isRequired: true },
      { id: 'Owner', label: 'Owner', kind: 'list', values: ['Us', 'Them'], isRequired: true },
    ],
  })
  await assert.rejects(stage.create({ Type: 'Fence' }), ({ flaws }: Refusal) => {
    assert.deepEqual(flaws, [
      {
        parameter: 'Where',
        kind: 'missing',
        message: 'Answer the question “Where does it stand?”',
      },
      { parameter: 'Owner', kind: 'missing', message: 'Select an owner' },
    ])
    return true
  })
  const fence = { Type: 'Fence', Where: 'By the gate' }
  assert.ok((await stage.create({ ...fence, Owner: 'us' })).caseId)
})

test('values of the wrong kind are refused by name', async () => {
  const invalid = (parameter: string, value: string) =>
    stage.refused({ Type: 'Complaint', [parameter]: value }, 'invalidInput', {
      parameter,
      kind: 'invalid',
    })
  await invalid('RequestDate', 'next week')
  await invalid('RequestId', 'C12')
  await invalid('RequestId', '0')
  await invalid('CaseId', 'x')
  await invalid('ExternalId', 'x'.repeat(501))
  await invalid('Location.Latitude', 'north')
})

test('a date of receipt more than a day ahead is kept as text, and received now', async () => {
  const { caseId } = await stage.create({ Type: 'Complaint', RequestDate: '2026-03-16' })
  assert.deepEqual(await stage.flagsOf(caseId), [{ parameter: 'RequestDate', text: '2026-03-16' }])
  assert.equal((await notesOf(caseId))[0]?.['body'], 'RequestDate: 2026-03-16')
  assert.deepEqual((await stage.theCase(caseId))['received_at'], new Date('2026-03-14T09:30:00Z'))
})
