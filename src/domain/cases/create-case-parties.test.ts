import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
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
const partiesOf = (caseId: number) =>
  stage.rows(
    `select r.role, r.position, c.reference, c.surname, c.phone
     from case_parties r join customers c using (organisation_id, customer_id)
     where r.organisation_id = $1 and r.case_id = $2 order by r.role desc, r.position`,
    caseId,
  )
type Sent = Readonly<Record<string, string>>

test('details sent with a reference that is held update the person, another reference makes one', async () => {
  const { caseId } = await stage.create({
    Type: 'Complaint',
    RequestDate: '2026-03-13T23:50:00.000Z',
    'Customer.Id': 'C90017',
    'Customer.Phone': '0113 496 0000',
    'Applicant.Id': '42',
    'Agent.Id': 'C90017',
    'Stranger.Id': '43',
  })
  assert.deepEqual(await partiesOf(caseId), [
    { role: 'Customer', position: 0, reference: 'C90017', surname: 'Bell', phone: '0113 496 0000' },
    { role: 'Applicant', position: 0, reference: '42', surname: null, phone: null },
    { role: 'Agent', position: 0, reference: 'C90017', surname: 'Bell', phone: '0113 496 0000' },
  ])
  const [received] = await stage.rows(
    `select received_on::text as "on" from cases where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  assert.equal(received?.['on'], '2026-03-13')
  const elsewhere = await stage.test.sql(`select phone from customers where organisation_id = $1`, [
    stage.otherOrganisationId,
  ])
  assert.deepEqual(elsewhere, [{ phone: null }])
})

test('without a reference every call makes a new person', async () => {
  const first = await stage.create({ Type: 'Complaint', 'Customer.Surname': 'Twice' })
  const second = await stage.create({ Type: 'Complaint', 'Customer.Surname': 'Twice' })
  const people = await stage.test.sql(`select 1 from customers where surname = 'Twice'`)
  assert.notEqual(first.caseId, second.caseId)
  assert.equal(people.length, 2)
})

test('equality answers reach their own store only', async () => {
  const { caseId } = await stage.create({
    Type: 'Complaint',
    'Customer.Surname': 'Quiet',
    'Customer.Gender': 'a word for herself',
  })
  assert.deepEqual(await stage.flagsOf(caseId), [])
  assert.deepEqual(await notesOf(caseId), [])
  const everything = await stage.test.sql(
    `select (select count(*) from customers c where c::text like '%herself%')::int as people,
       (select count(*) from cases c where c::text like '%herself%')::int as cases,
       (select count(*) from audit_entries a where a::text like '%herself%')::int as audit`,
  )
  assert.deepEqual(everything, [{ people: 0, cases: 0, audit: 0 }])
  const handedIn = await answersHeld()
  assert.equal(handedIn, 1)
})

async function answersHeld(): Promise<number> {
  const client = new pg.Client(stage.test.superuser)
  await client.connect()
  const { rows: answers } = await client.query('select 1 from equality.answers')
  await client.end()
  return answers.length
}

test('an account is found by type and reference, or made', async () => {
  const accountOf = async (sent: Sent) => {
    const { caseId } = await stage.create({ Type: 'Complaint', ...sent })
    const [account] = await stage.rows(
      `select a.account_type as type, a.reference from cases c
       join accounts a using (organisation_id, account_id)
       where c.organisation_id = $1 and c.case_id = $2`,
      caseId,
    )
    return { account, flags: await stage.flagsOf(caseId) }
  }
  const count = () =>
    stage.test.sql(`select count(*)::int as n from accounts where organisation_id = $1`, [
      stage.organisationId,
    ])
  const held = { type: 'RENT', reference: 'ACC-77' }
  assert.deepEqual(await accountOf({ ExternalAccountId: 'ACC-77', ExternalAccountType: 'rent' }), {
    account: held,
    flags: [],
  })
  assert.deepEqual((await accountOf({ ExternalAccountId: 'ACC-77' })).account, held)
  assert.deepEqual(await count(), [{ n: 1 }])
  const fresh = { ExternalAccountId: 'ACC-78', ExternalAccountType: 'RENT' }
  assert.deepEqual((await accountOf(fresh)).account, { type: 'RENT', reference: 'ACC-78' })
  assert.deepEqual((await accountOf(fresh)).account, { type: 'RENT', reference: 'ACC-78' })
  assert.deepEqual(await count(), [{ n: 2 }])
  assert.deepEqual(await accountOf({ ExternalAccountId: 'ACC-79' }), {
    account: undefined,
    flags: [{ parameter: 'ExternalAccountId', text: 'ACC-79' }],
  })
})
