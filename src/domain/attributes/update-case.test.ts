import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { updateCase } from './index.ts'

const fields = [
  { id: 'isVulnerable', label: 'Vulnerable', kind: 'flag' },
  { id: 'Seen', label: 'Seen on', kind: 'date' },
  { id: 'Scheme', label: 'Scheme', kind: 'list', values: ['FOI', 'EIR'] },
  { id: 'Cost', label: 'Cost', kind: 'decimal' },
  { id: 'Rooms', label: 'Rooms', kind: 'number' },
  { id: 'Visit', label: 'Visit', kind: 'date-time' },
  { id: 'Details', label: 'Details', kind: 'long text' },
  { id: 'PublishInTheDisclosureLog', label: 'Publish', kind: 'flag' },
]

let stage: Fixture
before(async () => {
  stage = await fixture()
  await stage.test.sql(`update case_type_versions set definition = definition || $1::jsonb`, [
    JSON.stringify({ fields, ratings: ['Low', 'High'] }),
  ])
})
after(() => stage.close())
beforeEach(() =>
  stage.test.sql(
    `update cases set attributes = '{"Details": "before"}', rating = null, is_published = false
     where case_id = 700122`,
  ),
)

const update = (sent: Readonly<Record<string, string>>) =>
  stage.perform(updateCase, { CaseId: '700122', ...sent })
const theCase = async () => {
  const [row] = await stage.test.sql(
    `select label, status, rating, is_confidential as "isConfidential", is_published as "isPublished",
       target_on as "targetOn", total_redress as "totalRedress", received_method as method, attributes
     from cases where organisation_id = $1 and case_id = 700122`,
    [stage.organisationId],
  )
  return row ?? {}
}
const lastEvent = async () => {
  const [row] = await stage.test.sql(
    `select event_id as id, kind, particulars, actor from case_events order by event_id desc limit 1`,
  )
  return row ?? {}
}
const flaws = async (sent: Readonly<Record<string, string>>) => {
  try {
    await update(sent)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.flaws.map(({ parameter, kind }) => `${parameter} ${kind}`)
  }
}

test('both styles may be mixed, and the case number is answered also to a reference (6.15)', async () => {
  const answer = await stage.perform(updateCase, {
    ExternalId: 'EXT-0041',
    Attribute: 'CaseStatus.Status',
    Value: 'In hand',
    isVulnerable: 'Yes',
  })
  assert.deepEqual(answer, { caseId: 700122 })
  const { status, attributes } = await theCase()
  assert.equal(status, 'In hand')
  assert.deepEqual(attributes, { Details: 'before', isVulnerable: 'Yes' })
})

test('names are those of reports, or bare, in any letter case; other names are ignored (6.15)', async () => {
  await update({
    'casedetails.caselabel': 'Noise',
    RATING: 'high',
    'CaseDetailsComplaint.details': 'after',
    Colour: 'teal',
    Type: 'Complaint',
  })
  const { label, rating, attributes } = await theCase()
  assert.equal(label, 'Noise')
  assert.equal(rating, 'High')
  assert.deepEqual(attributes, { Details: 'after' })
})

test('values are kept in the form of their kind', async () => {
  await update({
    Seen: '14/03/2026',
    Scheme: 'eir',
    Cost: '12.50',
    Rooms: '007',
    Visit: '2026-07-01T09:00:00Z',
    Confidential: 'true',
    CurrentTargetDate: '2026-04-01',
    TotalRedress: '75',
    Method: 'web',
  })
  const { attributes, isConfidential, targetOn, totalRedress, method } = await theCase()
  assert.deepEqual(attributes, {
    Details: 'before',
    Seen: '2026-03-14',
    Scheme: 'EIR',
    Cost: '12.50',
    Rooms: '7',
    Visit: '2026-07-01T10:00:00',
  })
  assert.equal(isConfidential, true)
  assert.deepEqual(targetOn, new Date('2026-04-01T00:00:00'))
  assert.equal(totalRedress, '75.00')
  assert.equal(method, 'Web')
})

test('a value that does not fit is refused by its parameter and changes nothing (b+98)', async () => {
  assert.deepEqual(
    await flaws({ Seen: 'some day', Scheme: 'none', Cost: '£5', Rooms: '1.5', Visit: 'noon' }),
    ['Seen invalid', 'Scheme invalid', 'Cost invalid', 'Rooms invalid', 'Visit invalid'],
  )
  assert.deepEqual(await flaws({ Rating: 'Middling', Method: 'Pigeon', Details: 'after' }), [
    'Rating invalid',
    'Method invalid',
  ])
  assert.deepEqual(await flaws({ Attribute: 'Cost', Value: 'a lot' }), ['Value invalid'])
  assert.deepEqual((await theCase())['attributes'], { Details: 'before' })
})

test('Attribute alone lacks its Value (5.3, 11003)', async () => {
  assert.deepEqual(await flaws({ Attribute: 'CaseStatus.Status' }), ['Value missing'])
  assert.deepEqual(await flaws({ Attribute: 'CaseStatus.Status', Value: ' ' }), ['Value missing'])
})

test('an Attribute that is none, or is not for changing, is refused (5.3, 11098)', async () => {
  for (const Attribute of ['Colour', 'CaseDetails.CaseId', 'MainParty.LastName'])
    await assert.rejects(update({ Attribute, Value: 'x' }), {
      kind: { name: 'unknownAttribute', message: 'There is no such attribute to change' },
    })
})

test('an unknown case is refused before its attributes are looked at (5.3, 11002)', async () => {
  await assert.rejects(update({ CaseId: '700199', Attribute: 'Colour', Value: 'x' }), {
    message: 'There is no such case',
  })
})

test('the field of publication sets the flag of the case, whether or not the form has it (7.2)', async () => {
  await update({ PublishInTheDisclosureLog: 'Yes' })
  const published = await theCase()
  assert.equal(published['isPublished'], true)
  assert.deepEqual(published['attributes'], {
    Details: 'before',
    PublishInTheDisclosureLog: 'Yes',
  })
  await update({ Attribute: 'CaseDetails.PublishInTheDisclosureLog', Value: 'No' })
  assert.equal((await theCase())['isPublished'], false)
})

test('an answer that arrived with the case publishes it only when it is given again (7.2)', async () => {
  await stage.test.sql(
    `update cases set attributes = '{"PublishInTheDisclosureLog": "Yes"}' where case_id = 700122`,
  )
  await update({ PublishInTheDisclosureLog: 'Yes' })
  assert.equal((await theCase())['isPublished'], true)
})

test('the history tells which attributes changed, and values only where they tell of nobody', async () => {
  await update({ Rating: 'Low', Details: 'Ann Bell rang', Status: 'In hand' })
  const { kind, particulars, actor } = await lastEvent()
  assert.deepEqual(
    { kind, particulars, actor },
    {
      kind: 'caseUpdated',
      particulars: {
        attributes: ['CaseDetails.Rating', 'CaseDetailsComplaint.Details'],
        changes: { 'CaseDetails.Rating': { from: '', to: 'Low' } },
      },
      actor: 'Website',
    },
  )
  const [entry] = await stage.test.sql(
    `select particulars from audit_entries order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry?.['particulars'], {
    attributes: ['CaseDetails.Rating', 'CaseDetailsComplaint.Details'],
  })
})

test('a call that changes nothing leaves no trace in the history', async () => {
  const { id } = await lastEvent()
  assert.deepEqual(await update({ Details: 'before', Colour: 'teal', Rating: '' }), {
    caseId: 700122,
  })
  assert.equal((await lastEvent())['id'], id)
})
