import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openDoor } from '#door'
import { apiKeyPermissions } from '#domain/access/index.ts'
import { configuredCaseTypes } from '#domain/case-types/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { rawParameters } from '#kernel/parameters.ts'
import { perform, type Door } from '#kernel/perform.ts'
import { allOperations } from '#operations'
import { stoppedClock } from '#platform/clock.ts'
import { openReportDatabase } from '#platform/copy-out.ts'
import { documentStore } from '#platform/files/document-store.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { fixtureKey, providerAccess } from '#test/fixture.ts'
import { seedDemo } from './index.ts'

const clock = stoppedClock('2026-03-14T09:30:00Z')
let stage: TestDatabase
let door: Door
let actor: Actor
let directory: string
before(async () => {
  stage = await testDatabase(clock)
  directory = await mkdtemp(join(tmpdir(), 'casewright-examples-'))
  const store = await documentStore(directory)
  const outside = {
    equalityKey: fixtureKey,
    apiKeySealing: fixtureKey,
    reports: openReportDatabase(stage.address),
    documents: { store, maxBytes: 1_000_000, callSeconds: 1, lookup: async () => [] },
    providers: providerAccess,
  }
  door = openDoor({ database: stage.database, outside, clock })
  await seedDemo({ owner: stage.owner, documents: store, now: clock.now() })
  const [made] = await stage.sql('select organisation_id as id from organisations')
  actor = {
    organisationId: Number(made?.['id']),
    kind: 'api-key',
    id: 1,
    name: 'Website',
    permissions: apiKeyPermissions,
  }
})
after(async () => {
  await door.outside.reports.close()
  await stage.close()
  await rm(directory, { recursive: true })
})

type Sent = Readonly<Record<string, string>>

/** What the service answers, as it goes out in JSON. */
async function answerOf(service: string, sent: Sent): Promise<unknown> {
  const operation = allOperations.find(({ name }) => name === service)
  assert.ok(operation && typeof operation.returns === 'object', service)
  const raw = rawParameters(Object.entries(sent).map(([name, value]) => ({ name, value })))
  const answer: unknown = await perform(door, operation, { actor, raw })
  return operation.returns.toJson(answer, { documentUrl: (of) => `https://files.example/${of}` })
}
const flagsOf = (caseId: number) =>
  stage.sql(`select parameter, text from case_flags where case_id = $1`, [caseId])

test('E4: the demonstration answers createcase with the number and the team of the contract', async () => {
  assert.deepEqual(
    await answerOf('createcase', {
      Type: 'Complaint',
      'Customer.Surname': 'Bell',
      RequestMethod: 'Web',
      RequestDate: '2026-03-14',
    }),
    { createcaseresponse: { caseid: '700125', team: 'CUSTREL' } },
  )
  assert.deepEqual(await flagsOf(700125), [])
})

test('E5: the values that the example sends are all configured', async () => {
  const answer = await answerOf('createcase', {
    Type: 'Complaint',
    RequestMethod: 'Online form',
    ExternalId: 'EXT-0077',
    'Customer.FirstName': 'Amélie',
    'Customer.Surname': "O'Dee & Sons",
    'Customer.Phone': '',
    Details: 'line 1\r\nline 2 100%',
    Colour: 'teal',
  })
  assert.deepEqual(answer, { createcaseresponse: { caseid: '700126', team: 'CUSTREL' } })
  assert.deepEqual(await flagsOf(700126), [])
  const [theCase] = await stage.sql(
    `select attributes, received_method as method from cases where case_id = 700126`,
  )
  assert.deepEqual(theCase, {
    attributes: { Details: 'line 1\nline 2 100%' },
    method: 'Online Form',
  })
})

test('E6: the person of the example is on record, and gets the new number', async () => {
  await answerOf('createcase', {
    Type: 'Complaint',
    RequestDate: '2026-03-13T23:50:00.000Z',
    'Customer.Id': 'C90017',
    'Customer.Phone': '0113 496 0000',
    'Applicant.Id': '42',
    Reference: '',
    Details: 'café\nclosed',
  })
  const people = await stage.sql(
    `select title, surname, phone from customers where reference = 'C90017'`,
  )
  assert.deepEqual(people, [{ title: 'Miss', surname: 'Bell', phone: '0113 496 0000' }])
})

test('E7: two cases share the reference, the older first', async () => {
  const details = await answerOf('getcasedetails', { ExternalId: 'EXT-0042' })
  const { sequence } = details as { sequence: Sent[] }
  assert.deepEqual(
    sequence.map((each) => [
      each['CaseDetails.CaseId'],
      each['MainParty.FullName'],
      each['CaseStatus.Status'],
    ]),
    [
      ['700123', 'Bell, Ann', 'New case'],
      ['700124', 'Bell, Ann', 'New case'],
    ],
  )
})

test('E8 to E10: the case, the reference and the account are found', async () => {
  await answerOf('getcaseattribute', { Attribute: 'CaseId', ExternalId: 'EXT-0042' })
  const account = { Type: 'RENT', ExternalAccountId: 'ACC-77' }
  const updated = { updateaccountattributeresponse: { accountid: 'ACC-77' } }
  assert.deepEqual(await answerOf('updateaccount', { ...account, Balance: '212.40' }), updated)
  assert.deepEqual(await answerOf('updateaccount', { ...account, Status: 'In arrears' }), updated)
})

test('E12: the note is of a kind that is configured', async () => {
  const answer = await answerOf('addcasenotes', {
    ExternalId: 'EXT-0041',
    Notes: 'Called back, no answer',
    Type: 'Telephone',
    SelfServiceAccess: 'true',
  })
  assert.deepEqual(answer, { addcasenotesresponse: { caseid: '700122' } })
  assert.deepEqual(await flagsOf(700122), [])
})

test('createaction completes the task that waits for the call', async () => {
  const answer = await answerOf('createaction', {
    CaseId: '700123',
    Type: 'UF300200',
    Task: 'INBOUNDCALL',
    Notes: 'Rang to ask how far we are',
  })
  assert.deepEqual(answer, { createactionresponse: { caseid: '700123' } })
})

test('the disclosure log is not empty, and its items are labelled as requests', async () => {
  const listed = (await answerOf('getcases', { Type: 'InformationRequest' })) as Sent[]
  assert.ok(listed.length > 10)
  assert.ok(listed.every(({ CaseLabel }) => CaseLabel?.startsWith('IR - ')))
})

test('caseworkers find their recent cases', async () => {
  const recent = await answerOf('getrecentcaselist', { UserName: 'sdee' })
  assert.ok((recent as unknown[]).length > 3)
})

test('a case of every type can be opened, goes to a team, and is due some day', async () => {
  const { organisationId } = actor
  const types = await stage.database.read(organisationId, configuredCaseTypes)
  assert.ok(types.length >= 12)
  for (const { name, fields } of types) {
    const required = fields.filter(({ isRequired }) => isRequired)
    const answer = (await answerOf('createcase', {
      Type: name,
      'Customer.Surname': 'Field',
      RequestMethod: 'Web',
      ...Object.fromEntries(required.map(({ id, values }) => [id, values?.[0] ?? 'Something'])),
    })) as { createcaseresponse: { caseid: string } }
    const { caseid } = answer.createcaseresponse
    const [opened] = await stage.sql(
      `select c.target_on is not null as "isDue", count(d.code)::int as deadlines, t.code as team
       from cases c
       join teams t using (organisation_id, team_id)
       left join case_deadlines d using (organisation_id, case_id)
       where c.case_id = $1 group by c.target_on, t.code`,
      [caseid],
    )
    assert.equal(opened?.['isDue'], true, name)
    assert.ok(Number(opened?.['deadlines']) > 0, name)
    assert.deepEqual(await flagsOf(Number(caseid)), [], name)
  }
})
