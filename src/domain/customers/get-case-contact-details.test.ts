import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { getCaseContactDetails } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const ask = (sent: Record<string, string>, actor = stage.actor()) =>
  stage.perform(getCaseContactDetails, sent, actor) as Promise<Parameters<typeof returns.toXml>[0]>
const { returns } = getCaseContactDetails as {
  returns: Exclude<typeof getCaseContactDetails.returns, string>
}
const ann = {
  fullName: 'Bell, Miss Ann',
  email: 'ann@example.org',
  userId: 'C90017',
  role: 'Contact',
}
const addParty = (role: string, position: number, columns: Record<string, string>) =>
  stage.test.sql(
    `with p as (
       insert into customers (organisation_id, surname, name, organisation_name, created_at, updated_at)
       values ($1, $4, $5, $6, '2026-03-01', '2026-03-01') returning customer_id
     )
     insert into case_parties (organisation_id, case_id, role, position, customer_id)
     select $1, 700124, $2, $3, customer_id from p`,
    [stage.organisationId, role, position, columns['surname'], columns['name'], columns['body']],
  )

test('the one party of a case is shown with surname, title and given name, and as one object', async () => {
  await stage.test.sql(
    `update customers set email = 'ann@example.org' where organisation_id = $1`,
    [stage.organisationId],
  )
  const contacts = await ask({ CaseId: '700123' })
  assert.deepEqual(contacts, [ann])
  assert.equal(returns.isStandalone, true)
  assert.deepEqual(returns.toJson(contacts, { documentUrl: String }), {
    CaseContacts: { CaseContact: ann },
  })
  assert.deepEqual(returns.toXml(contacts, { documentUrl: String }), {
    name: 'CaseContacts',
    content: [
      {
        name: 'CaseContact',
        content: [
          { name: 'fullName', content: 'Bell, Miss Ann' },
          { name: 'email', content: 'ann@example.org' },
          { name: 'userId', content: 'C90017' },
          { name: 'role', content: 'Contact' },
        ],
      },
    ],
  })
})

test('several parties are an array, the customer first, then the agent, then the others', async () => {
  await addParty('Applicant', 2, { surname: 'Two' })
  await addParty('Applicant', 1, { name: 'Number One' })
  await addParty('Agent', 0, { body: 'Mill Ltd' })
  const contacts = await ask({ CaseId: '700124' })
  const nobody = { email: '', userId: '' }
  const all = [
    ann,
    { ...nobody, fullName: 'Mill Ltd', role: 'Agent' },
    { ...nobody, fullName: 'Number One', role: 'Applicant' },
    { ...nobody, fullName: 'Two', role: 'Applicant' },
  ]
  assert.deepEqual(contacts, all)
  assert.deepEqual(returns.toJson(contacts, { documentUrl: String }), {
    CaseContacts: { CaseContact: all },
  })
})

test('a case without parties has an empty list', async () => {
  await stage.test.sql(`delete from case_parties where case_id = 700122`)
  const contacts = await ask({ CaseId: '700122' })
  assert.deepEqual(returns.toJson(contacts, { documentUrl: String }), { CaseContacts: {} })
  assert.deepEqual(returns.toXml(contacts, { documentUrl: String }), {
    name: 'CaseContacts',
    content: [],
  })
})

test('a case that is not named, not known, or named by its reference only, is an unknown case', async () => {
  for (const sent of [{}, { CaseId: '' }, { CaseId: '700199' }, { ExternalId: 'EXT-0041' }])
    await assert.rejects(ask(sent as Record<string, string>), { message: 'There is no such case' })
})

test('a confidential case is unknown to who may not see it', async () => {
  await stage.test.sql(`update cases set is_confidential = true where case_id = 700122`)
  await assert.rejects(ask({ CaseId: '700122' }, stage.actor('case worker')), {
    message: 'There is no such case',
  })
  assert.deepEqual(await ask({ CaseId: '700122' }, stage.actor('manager')), [])
})

test('another organisation sees its own parties under the same number', async () => {
  const [theirs] = await ask(
    { CaseId: '700123' },
    stage.actor(undefined, stage.otherOrganisationId),
  )
  assert.equal(theirs?.email, '')
})

test('who read the parties of which case is in the audit, without their names', async () => {
  await ask({ CaseId: '700123' })
  const [entry] = await stage.test.sql(
    `select operation, outcome, case_id::int as "caseId", particulars from audit_entries
     order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry, {
    operation: 'getcasecontactdetails',
    outcome: 'done',
    caseId: 700123,
    particulars: {},
  })
})
