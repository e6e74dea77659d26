import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { housingStage, type HousingStage } from '#test/housing-stage.ts'

// Complaints received on Saturday 13 March 2027, whose letters say to the clock what they say to the customer.
let stage: HousingStage
before(async () => {
  stage = await housingStage('2027-03-13T11:15:00Z')
})
after(() => stage.close())

const on = (day: string) => stage.clock.set(`${day}T10:00:00Z`)
const first = { Track: 'main', Stage: 'stage-1' }

async function open(): Promise<number> {
  on('2027-03-13')
  const { caseId } = await stage.create({
    Type: 'HousingComplaint',
    Details: 'The roof leaks.',
    DesiredOutcome: 'A dry bedroom',
    'Customer.FirstName': 'Robin',
    'Customer.Surname': 'Field',
  })
  await stage.give(caseId, 'nora')
  await stage.fill('nora', caseId, 'Definition', 'The roof.')
  await stage.fill('nora', caseId, 'WhyExtended', 'The roofer is away.')
  return caseId
}
const recorded = (caseId: number) =>
  stage.rows(
    `select track, stage, name, happened_on::text as "on", recorded_by as "by" from clock_events
     where organisation_id = $1 and case_id = $2 order by clock_event_id`,
    caseId,
  )
const sentOf = (caseId: number) =>
  stage.rows(
    `select code, body from correspondence
     where organisation_id = $1 and case_id = $2 order by correspondence_id`,
    caseId,
  )
const event = (name: string, day: string) => ({
  track: 'main',
  stage: 'stage-1',
  name,
  on: day,
  by: 'nora',
})

test('the acknowledgement that is sent is recorded, and gives the date that counts from it', async () => {
  const caseId = await open()
  on('2027-03-17')
  await stage.send('nora', caseId, 'HO-S1-ACK')
  assert.deepEqual(await recorded(caseId), [event('acknowledged', '2027-03-17')])
  const { state, metOn } = await stage.deadline(caseId, 'stage-1', 'acknowledge')
  assert.deepEqual([state, metOn], ['met', '2027-03-17'])
  assert.equal((await stage.deadline(caseId, 'stage-1', 'respond')).dueOn, '2027-04-02')
  const [sent] = await sentOf(caseId)
  assert.match(String(sent?.['body']), /We will answer by 2 April 2027/)
  assert.deepEqual((await stage.kindsOf(caseId)).slice(-2), ['clockEventRecorded', 'letterSent'])
})

test('an acknowledgement that was recorded by hand is not recorded again by its letter', async () => {
  const caseId = await open()
  on('2027-03-16')
  await stage.record('nora', caseId, { ...first, Event: 'acknowledged', Date: '2027-03-16' })
  on('2027-03-17')
  await stage.send('nora', caseId, 'HO-S1-ACK')
  assert.deepEqual(await recorded(caseId), [event('acknowledged', '2027-03-16')])
})

test('so it is where it was recorded of the case as a whole', async () => {
  const caseId = await open()
  on('2027-03-16')
  await stage.record('nora', caseId, { Event: 'acknowledged', Date: '2027-03-16' })
  await stage.send('nora', caseId, 'HO-S1-ACK')
  assert.equal((await recorded(caseId)).length, 1)
})

test('the letter that tells of an extension extends, and says until when', async () => {
  const caseId = await open()
  on('2027-03-17')
  await stage.send('nora', caseId, 'HO-S1-ACK')
  on('2027-03-31')
  await stage.send('nora', caseId, 'HO-EXTENSION')
  assert.deepEqual((await recorded(caseId))[1], event('extension_notified', '2027-03-31'))
  const [, sent] = await sentOf(caseId)
  assert.match(String(sent?.['body']), /We will now answer by 16 April 2027/)
})

test('a letter that tells of an extension too late is not sent, and the rule is named', async () => {
  const caseId = await open()
  on('2027-04-20')
  await assert.rejects(stage.send('nora', caseId, 'HO-EXTENSION'), (error) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.equal(error.flaws[0]?.parameter, 'Letter')
    assert.match(error.flaws[0].message, /had to be told by 6 April 2027.*Complaint Handling Code/)
    return true
  })
  assert.deepEqual([await recorded(caseId), await sentOf(caseId)], [[], []])
})
