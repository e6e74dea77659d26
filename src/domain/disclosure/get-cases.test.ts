import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { XmlElement } from '#kernel/answer.ts'
import { actorWith, fixture, type Fixture } from '#test/fixture.ts'
import { declaredStatements } from '#platform/statement.ts'
import { getCases } from './index.ts'

const definition = {
  form: 'InformationRequest',
  label: 'Information request',
  synonyms: ['InformationRequest', 'UF1'],
  fields: [
    { id: 'Details', kind: 'long text', isPublished: true },
    { id: 'InformationWillBe', kind: 'text', isPublished: false },
    { id: 'SuitableForPublicationScheme', kind: 'flag', isPublished: true },
  ],
}

let stage: Fixture
const sql = (text: string) => stage.test.sql(text, [stage.organisationId])
before(async () => {
  stage = await fixture()
  await stage.test.sql(`update case_type_versions set definition = definition || $1::jsonb`, [
    JSON.stringify(definition),
  ])
  await sql(
    `update cases set is_published = true, received_method = 'Web', rating = 'Low',
       label = 'IR - Cost of street lamps', status = 'All information sent',
       received_at = received_at + interval '1 minute', attributes =
       '{"Details": "Cost of lamps", "InformationWillBe": "by post to Ann", "Address": "1 High St"}'
     where organisation_id = $1 and case_id in (700122, 700124)`,
  )
  await sql(`insert into case_classifications values ($1, 700122, 'Highways', 'Lighting')`)
  await sql(
    `insert into documents (organisation_id, document_id, case_id, name, media_type, category,
       is_self_service, state, content_hash, document_at, author)
     overriding system value
     select $1, d.id, 700122, d.name, 'application/pdf', 'General upload', d.released, d.state,
       case d.state when 'stored' then 'hash' end, '2026-07-01 09:00Z', 'Sam'
     from (values (401, '"Zebra" crossing', true, 'stored'), (402, 'answer', true, 'stored'),
       (403, 'Inner memo', false, 'stored'), (404, 'Not there', true, 'not retrieved'))
       as d (id, name, released, state)`,
  )
})
after(() => stage.close())

const returns = getCases.returns as Exclude<typeof getCases.returns, string>
type Answered = Awaited<ReturnType<typeof getCases.handle>>
const context = { documentUrl: (reference: string) => `https://files.example/${reference}` }
const ask = async (sent: Readonly<Record<string, string>> = {}) =>
  (await stage.perform(getCases, sent)) as Answered
const numbers = async (sent: Readonly<Record<string, string>>) =>
  (await ask(sent)).map(({ caseId }) => Number(caseId))
const toXml = (cases: Answered) => returns.toXml(cases, context)
const toJson = (cases: Answered) => returns.toJson(cases, context)

test('only cases flagged for publication are listed, newest first (6.13)', async () => {
  assert.deepEqual(await numbers({}), [700124, 700122])
})

test('a case in XML has its attributes, classifications and released documents (6.13)', async () => {
  const cases = (await ask()).filter(({ caseId }) => caseId === '700122')
  const [element] = toXml(cases).content as readonly XmlElement[]
  assert.deepEqual(element, {
    name: 'Case',
    content: [
      { name: 'CaseId', content: '700122' },
      { name: 'Type', content: 'Information request' },
      { name: 'Label', content: 'IR - Cost of street lamps' },
      { name: 'RequestMethod', content: 'Web' },
      { name: 'RequestDate', content: '2026-03-02T09:31:00' },
      { name: 'Status', content: 'All information sent' },
      {
        name: 'Attributes',
        content: [
          { name: 'Details', content: 'Cost of lamps' },
          { name: 'PublishInTheDisclosureLog', content: 'Yes' },
        ],
      },
      {
        name: 'Classifications',
        content: [
          { name: 'Classification', attributes: { Group: 'Highways' }, content: 'Lighting' },
        ],
      },
      {
        name: 'Documents',
        content: [
          ['D402', 'answer'],
          ['D401', '"Zebra" crossing'],
        ].map(([Id, Name]) => ({
          name: 'Document',
          attributes: {
            Id,
            Name,
            Category: 'General upload',
            Type: 'application/pdf',
            Source: 'Document',
            DocumentDate: '2026-07-01T10:00:00',
          },
          content: { cdata: `https://files.example/${Id}` },
        })),
      },
    ],
  })
})

test('empty Classifications and Documents are left out, Attributes never (6.13)', async () => {
  const cases = (await ask()).filter(({ caseId }) => caseId === '700124')
  const [element] = toXml(cases).content as readonly XmlElement[]
  const children = element?.content as readonly XmlElement[]
  assert.deepEqual(
    children.map(({ name }) => name),
    ['CaseId', 'Type', 'Label', 'RequestMethod', 'RequestDate', 'Status', 'Attributes'],
  )
})

test('JSON is a bare array with other names and less in it (6.13)', async () => {
  const [, second] = toJson(await ask()) as readonly unknown[]
  assert.deepEqual(second, {
    CaseId: '700122',
    CaseType: 'Information request',
    CaseLabel: 'IR - Cost of street lamps',
    ContactMethod: 'Web',
    DateReceived: '2026-03-02',
    TimeCreated: '2026-03-02T09:30:00',
    Status: 'All information sent',
    Rating: 'Low',
  })
})

test('nothing published is an empty Cases without RequestId, and an empty array (6.13)', async () => {
  const none = await ask({ Type: 'NoSuch' })
  assert.deepEqual(toXml(none), { name: 'Cases', content: [] })
  assert.deepEqual(toJson(none), [])
})

test('Type is the form synonym, the name or the label; unknown means nothing (6.13)', async () => {
  for (const Type of ['InformationRequest', 'complaint', 'information request', 'uf1'])
    assert.deepEqual(await numbers({ Type }), [700124, 700122], Type)
  assert.deepEqual(await numbers({ Type: 'Hazard' }), [])
})

test('From and Until limit the receipt date, both inclusive; Until defaults to today (6.13)', async () => {
  assert.deepEqual(await numbers({ From: '2026-03-03' }), [700124])
  assert.deepEqual(await numbers({ Until: '2026-03-02' }), [700122])
  assert.deepEqual(await numbers({ From: '2026-03-02', Until: '2026-03-03' }), [700124, 700122])
  stage.clock.set('2026-03-02T23:00:00Z')
  assert.deepEqual(await numbers({}), [700122])
  stage.clock.set('2026-03-14T09:30:00Z')
})

test('Days stands instead of From: so many days back (6.13)', async () => {
  assert.deepEqual(await numbers({ Days: '11' }), [700124])
  assert.deepEqual(await numbers({ Days: '12' }), [700124, 700122])
  assert.deepEqual(await numbers({ Days: '99999' }), [700124, 700122])
})

test('fromseq and toseq are positions in the list, from 1, both inclusive (6.13)', async () => {
  assert.deepEqual(await numbers({ fromseq: '1', toseq: '1' }), [700124])
  assert.deepEqual(await numbers({ fromseq: '2' }), [700122])
  assert.deepEqual(await numbers({ fromseq: '2', toseq: '1' }), [])
})

test('personal data is out of reach: no party is read, and no answer that is not published', async () => {
  const text = JSON.stringify([await ask(), toXml(await ask())])
  assert.doesNotMatch(text, /Bell|Ann|High St|by post/)
  const own = declaredStatements().filter((each) => each.text.includes('with page'))
  assert.equal(own.length, 2)
  for (const each of own) assert.doesNotMatch(each.text, /customers|case_parties|users|notes/)
})

test('a confidential case is never published, whoever asks', async () => {
  await sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700124`,
  )
  assert.deepEqual(await numbers({}), [700122])
})

test('another organisation publishes nothing here, and the list asks for its permission', async () => {
  const elsewhere = stage.actor(undefined, stage.otherOrganisationId)
  assert.deepEqual(await stage.perform(getCases, {}, elsewhere), [])
  await assert.rejects(
    stage.perform(getCases, {}, actorWith(stage.organisationId, ['case.view'])),
    { message: 'You do not have permission to do this' },
  )
})
