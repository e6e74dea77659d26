import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { assertError } from '#test/api-stage.ts'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { fileSite } from '#test/file-site.ts'
import { asSuperuser } from '#test/tables.ts'
import { statement } from '#test/tally/statement.ts'

/** The 33 parameters of a person in the original documents, with a value that fits each. */
const person: Readonly<Record<string, string>> = {
  Id: 'C33',
  Title: 'Mrs',
  FirstName: 'Ann',
  Surname: 'Dee',
  Organisation: 'Dee & Sons',
  Address: '9 Mill Lane\nFlat 2',
  Town: 'Leeds',
  County: 'Yorkshire',
  Country: 'England',
  Postcode: 'LS1 1AA',
  Email: 'ann@example.org',
  Phone: '0113 496 0000',
  Mobile: '07700 900123',
  ContactMethod: 'Letter',
  ContactTime: 'mornings',
  ContactLanguage: 'fr',
  ContactConsent: 'true',
  Category: 'Tenant',
  Gender: 'Woman',
  EthnicOrigin: 'Prefer not to say',
  Sexuality: 'Prefer not to say',
  Faith: 'None',
  DateOfBirth: '1980-03-14',
  AgeGroup: '45 to 54',
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [`Disability${at + 1}`, `Disability ${at + 1}`]),
  ),
}
const equality = /^(Gender|EthnicOrigin|Sexuality|Faith|AgeGroup|Disability\d)$/

let stage: ContractStage
before(async () => {
  stage = await contractStage()
  await stage.rows(
    `insert into options (organisation_id, list, value)
     select $1, 'parameter', name from unnest($2::text[]) as n (name) on conflict do nothing`,
    Object.keys(person).map((name) => `Customer.${name}`),
  )
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
async function ok(word: string, sent: Sent): Promise<string> {
  const reply = await stage.ask(word, { ...sent, Format: 'json' })
  assert.equal(
    reply.statusCode,
    200,
    `${word} ${String(reply.headers['x-application-error-info'])}`,
  )
  return reply.body
}
const create = async (sent: Sent): Promise<string> =>
  /"caseid": "(\d+)"/.exec(await ok('createcase', { Type: 'Complaint', ...sent }))?.[1] ?? ''
const details = async (CaseId: string) => JSON.parse(await ok('getcasedetails', { CaseId })) as Sent

statement('original 1', async () => {
  const caseId = await create({ 'Customer.Surname': 'Bell', Details: 'A hole in the road' })
  await ok('addcasenotes', { CaseId: caseId, Notes: 'Looked at it' })
  const read = await details(caseId)
  assert.equal(read['CaseDetailsComplaint.Details'], 'A hole in the road')
  assert.equal(read['MainParty.LastName'], 'Bell')
})

statement('original 6', async () => {
  const query = 'Type=Complaint&Customer.Surname=Sample&RequestDate=2026-03-14'
  const keys = 'Key=c41f08a7d92b4e6f8830a51e2&Signature=b769328146680e47c4f8a1913535955c'
  const headers = { host: 'portal.icasework.com' }
  const url = `/services/demo/createcase?${query}&${keys}`
  for (const method of ['GET', 'POST'] as const)
    assert.equal((await stage.send({ method, url, headers })).statusCode, 200)
  const [found] = await stage.rows(
    `select count(*)::int as n from customers where organisation_id = $1 and surname = 'Sample'`,
  )
  assert.equal(found?.['n'], 2)
})

statement('original 7', async () => {
  assertError(await stage.ask('createcase', { Type: 'Anything' }), 400, 10003)
  const read = await details(
    await create({ Details: 'of the form', Reference: 'R1', NotOfTheForm: 'x' }),
  )
  assert.equal(read['CaseDetailsComplaint.Details'], 'of the form')
  assert.equal(read['CaseDetailsComplaint.Reference'], 'R1')
  assert.ok(!JSON.stringify(read).includes('NotOfTheForm'))
})

statement('original 8', async () => {
  const sent = { 'Customer.Surname': 'Either', 'Customer.Town': 'Leeds' }
  const posted = await details(await create(sent))
  const query = new URLSearchParams({ Type: 'Complaint', ...sent, Format: 'json', db: 'demo' })
  const reply = await stage.send({
    method: 'POST',
    url: `/createcase?${query.toString()}`,
    headers: { authorization: stage.bearer },
  })
  const added = await details(/"caseid": "(\d+)"/.exec(reply.body)?.[1] ?? '')
  for (const name of ['MainParty.LastName', 'MainParty.Town'])
    assert.equal(added[name], posted[name], name)
  assert.equal(posted['MainParty.Town'], 'Leeds')
})

statement('original 11', async () => {
  await create({ 'Customer.Id': 'C90017', 'Customer.Town': 'York' })
  const read = await details('700123')
  assert.equal(read['MainParty.Town'], 'York')
  assert.equal(read['MainParty.LastName'], 'Bell')
  const [held] = await stage.rows(
    `select count(*)::int as n from customers where organisation_id = $1 and reference = 'C90017'`,
  )
  assert.equal(held?.['n'], 1)
})

/** What is stored of the person, and how many equality answers there are. */
async function assertStored(reference: string, caseId: string): Promise<void> {
  const read = await details(caseId)
  for (const [field, name] of Object.entries({
    Title: 'Title',
    FirstName: 'FirstName',
    LastName: 'Surname',
    Address: 'Address',
    Town: 'Town',
    County: 'County',
    Postcode: 'Postcode',
    EmailAddress: 'Email',
    Category: 'Category',
    ContactMethod: 'ContactMethod',
    ContactTime: 'ContactTime',
    DateOfBirth: 'DateOfBirth',
    Mobile: 'Mobile',
    Organisation: 'Organisation',
    Phone: 'Phone',
    ContactLanguage: 'ContactLanguage',
  }))
    assert.equal(read[`MainParty.${field}`], person[name], field)
  const [held] = await stage.rows(
    `select country, contact_consent as consent from customers where organisation_id = $1 and reference = $2`,
    reference,
  )
  assert.deepEqual(held, { country: person['Country'], consent: true })
}

const answers = async () =>
  (await asSuperuser(stage.test, 'select distinct question from equality.answers order by 1')).map(
    ({ question }) => question,
  )

statement('original 12', async () => {
  assert.equal(Object.keys(person).length, 33)
  const sent = Object.entries(person).map(([name, value]) => [`Customer.${name}`, value])
  await assertStored('C33', await create(Object.fromEntries(sent) as Sent))
  const questions = Object.keys(person).filter((name) => equality.test(name))
  assert.deepEqual(await answers(), questions.toSorted())
})

statement('original 19', async () => {
  const other = { ...person, Id: 'C34', RequestDate: '2026-03-14T09:30:00' }
  await ok('updatecustomer', other)
  await assertStored('C34', await create({ 'Customer.Id': 'C34' }))
  await ok('updatecustomer', { Id: 'C34', Town: 'Hull' })
  const read = await details(await create({ 'Customer.Id': 'C34' }))
  assert.equal(read['MainParty.Town'], 'Hull')
  assert.equal(read['MainParty.LastName'], 'Dee')
})

statement('original 13', async () => {
  const name = `${'n'.repeat(96)}.pdf`
  const type = `application/${'t'.repeat(88)}`
  const url = `https://nowhere.example/${'u'.repeat(476)}`
  assert.deepEqual([name.length, type.length, url.length], [100, 100, 500])
  const sent = [1, 2, 3].flatMap((number) =>
    Object.entries({ Name: name, MimeType: type, URL: url, URLPublic: 'true' }).map(
      ([field, value]) => [`Document${number}.${field}`, value] as const,
    ),
  )
  const documents = await stage.rows(
    `select name, media_type as type, url from documents where organisation_id = $1 and case_id = $2`,
    await create(Object.fromEntries(sent)),
  )
  assert.deepEqual(
    documents,
    Array.from({ length: 3 }, () => ({ name, type, url })),
  )
})

statement('original 14', async (t) => {
  const asked = await fileSite(t, stage, (_, response) => response.end('%PDF-1.7 called back'))
  const sent = { 'Document1.Name': 'a.pdf', 'Document1.URL': 'http://files.example/a.pdf?t=1' }
  const caseId = await create({ ...sent, 'Document1.URLPublic': 'false' })
  assert.deepEqual(
    asked.map(({ method, url, headers }) => [method, url, headers.authorization, headers.cookie]),
    [['GET', '/a.pdf?t=1', undefined, undefined]],
  )
  const [document] = await stage.rows(
    'select state from documents where organisation_id = $1 and case_id = $2',
    caseId,
  )
  assert.equal(document?.['state'], 'stored')
})

const notesOf = (body: string) =>
  stage.rows(
    `select case_id::int as "caseId", kind, is_visible_to_customer as "isVisible" from notes
     where organisation_id = $1 and body = $2`,
    body,
  )

statement('original 15', async () => {
  await ok('addcasenotes', { CaseId: '700123', Notes: 'a comment' })
  assert.equal((await notesOf('a comment'))[0]?.['caseId'], 700123)
})

statement('original 16', async () => {
  for (const [SelfServiceAccess, isVisible] of [
    ['true', true],
    ['false', false],
  ] as const) {
    const Notes = `visible: ${SelfServiceAccess}`
    await ok('addcasenotes', { CaseId: '700123', Notes, SelfServiceAccess })
    assert.equal((await notesOf(Notes))[0]?.['isVisible'], isVisible)
  }
})

statement('original 17', async () => {
  const whole = {
    Notes: 'whole',
    Type: 'Telephone',
    SelfServiceAccess: 'true',
    RequestDate: '2026-03-14T09:30:00',
  }
  await ok('addcasenotes', { ...whole, CaseId: '700123' })
  await ok('addcasenotes', { ...whole, ExternalId: 'EXT-0041' })
  assert.deepEqual(
    (await notesOf('whole')).map(({ caseId, kind, isVisible }) => [caseId, kind, isVisible]),
    [
      [700123, 'Telephone', true],
      [700122, 'Telephone', true],
    ],
  )
  assertError(await stage.ask('addcasenotes', whole), 400, 12003)
})

statement('original 18', async () => {
  const caseId = await create({})
  await ok('updateexternalid', {
    CaseId: caseId,
    ExternalId: 'CRM-18',
    RequestDate: '2026-03-14T09:30:00',
  })
  for (const named of [{ CaseId: caseId }, { ExternalId: 'CRM-18' }])
    assert.ok((await ok('addcasenotes', { ...named, Notes: 'reached' })).includes(caseId))
  for (const [word, more] of Object.entries({
    getcasedetails: {},
    getcaseattribute: { Attribute: 'CaseId' },
  }))
    assert.ok((await ok(word, { ExternalId: 'CRM-18', ...more })).includes(caseId), word)
})

statement('original 20', async () => {
  const sources = {
    cases: ['Cases', 'CaseDetails.CaseId'],
    tasks: ['Tasks', 'CaseDetails.CaseId'],
    correspondence: ['CorrespondenceItems', 'CaseDetails.CaseId'],
    customers: ['Customers', 'Customer.Reference'],
  } as const
  for (const [at, [source, [root, column]]] of Object.entries(sources).entries()) {
    const report = { source, columns: [column] }
    await stage.rows(
      `insert into reports (organisation_id, report_id, name, source, definition) values ($1, $2, $3, $3, $4)`,
      200 + at,
      source,
      JSON.stringify(report),
    )
    const reply = await stage.ask('getreport', { ReportId: String(200 + at) })
    assert.equal(reply.statusCode, 200, source)
    assert.match(reply.body, new RegExp(`<${root}><`), source)
  }
})
