import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Content } from '#kernel/answer.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { refusedAs } from '#test/refused-as.ts'
import {
  allowDocumentSources,
  downloadDocument,
  getCaseDocuments,
  linkActor,
  listDocumentSources,
  readDocumentSource,
  removeDocumentSources,
} from './index.ts'
import { listAnswer, type ListedDocument } from './listed-document.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
  for (const organisation of [stage.organisationId, stage.otherOrganisationId])
    await furnish(organisation)
})
after(() => stage.close())

async function furnish(organisationId: number): Promise<void> {
  const offset = (organisationId - stage.organisationId) * 1000
  await stage.test.sql(
    `insert into documents (organisation_id, document_id, case_id, name, media_type, url, category,
       is_self_service, state, content_hash, content_size, document_at, author)
     overriding system value
     select $1, d.id + $2, 700123, d.name, d.media_type, d.url, d.category, d.is_self_service, d.state,
       case when d.state = 'stored' then repeat('0', 64) end, 5, '2026-03-14 09:30Z', 'Website'
     from (values
       (40017, 'Response (all information to be supplied)', 'application/pdf', null,
         'General upload', true, 'stored'),
       (40018, '"zebra" crossing', null, 'https://files.example/z', null, false, 'link'),
       (40019, 'respond, please', 'text/plain', 'https://files.example/r', 'Evidence', true, 'not retrieved')
     ) as d (id, name, media_type, url, category, is_self_service, state)`,
    [organisationId, offset],
  )
  await stage.test.sql(
    `insert into correspondence (organisation_id, correspondence_id, case_id, code, name, channel, subject,
       body, author, created_at, processed_at, is_self_service, updated_at)
     overriding system value
     values ($1, 51002 + $2, 700123, 'ACKLET', 'Acknowledgement', 'email', 'We have your complaint', 'Dear Miss Bell',
       'Dee, Sam', '2026-03-03 10:00Z', '2026-03-03 10:00Z', false, '2026-03-03 10:00Z')`,
    [organisationId, offset],
  )
}

const list = async (sent: Readonly<Record<string, string>>, actor = stage.actor()) =>
  (await stage.perform(getCaseDocuments, sent, actor)) as readonly ListedDocument[]
const ids = (documents: readonly ListedDocument[]) =>
  documents.map(({ attributes }) => attributes['Id'])
const context = { documentUrl: (reference: string) => `https://host/?ref=${reference}&bin=Y` }

test('files and correspondence are one list, by name ignoring case and punctuation', async () => {
  assert.deepEqual(ids(await list({ CaseId: '700123' })), ['C51002', 'D40019', 'D40017', 'D40018'])
})

test('an entry is as in the sample: attributes, and the address as CDATA with no white space around', async () => {
  const documents = await list({ CaseId: '700123' })
  const [letter, , response, link] = listAnswer.toXml(documents, context)
    .content as readonly unknown[]
  assert.deepEqual(letter, {
    name: 'Document',
    attributes: {
      Id: 'C51002',
      Name: 'Acknowledgement',
      Category: 'Correspondence',
      Type: 'text/html',
      Source: 'Correspondence',
      DocumentDate: '2026-03-03T10:00:00',
      Code: 'ACKLET',
      Author: 'Dee, Sam',
    },
    content: { cdata: 'https://host/?ref=C51002&bin=Y' },
  })
  assert.deepEqual(response, {
    name: 'Document',
    attributes: {
      Id: 'D40017',
      Name: 'Response (all information to be supplied)',
      Category: 'General upload',
      Type: 'application/pdf',
      Source: 'Document',
      DocumentDate: '2026-03-14T09:30:00',
    },
    content: { cdata: 'https://host/?ref=D40017&bin=Y' },
  })
  assert.deepEqual((link as { content: unknown }).content, { cdata: 'https://files.example/z' })
})

test('in JSON it is an array of objects with those names and URL', async () => {
  const json = listAnswer.toJson(await list({ CaseId: '700123' }), context)
  const [letter] = json as readonly Record<string, string>[]
  assert.deepEqual(Object.entries(letter ?? {}).slice(-2), [
    ['Author', 'Dee, Sam'],
    ['URL', 'https://host/?ref=C51002&bin=Y'],
  ])
})

test('an unknown case, and one without documents, give an empty list', async () => {
  for (const sent of [{ CaseId: '700199' }, { ExternalId: 'nobody' }, { CaseId: '700122' }]) {
    const documents = await list(sent)
    assert.deepEqual(documents, [])
    assert.deepEqual(listAnswer.toXml(documents, context), {
      name: 'Documents',
      content: [],
    })
    assert.deepEqual(listAnswer.toJson(documents, context), [])
  }
})

test('when no case is named the call is refused', async () => {
  await assert.rejects(list({ SelfService: 'True' }), refusedAs('unknownCase'))
})

test('SelfService lists only what is released, and of that only what can be fetched', async () => {
  assert.deepEqual(ids(await list({ CaseId: '700123', SelfService: 'True' })), ['D40017'])
})

test('the newest case of a reference is meant', async () => {
  assert.deepEqual(await list({ ExternalId: 'EXT-0042' }), [])
})

test('a confidential case and its documents are unknown to whoever may not see it', async () => {
  await stage.test.sql('update cases set is_confidential = true where case_id = 700123')
  const worker = stage.actor('case worker')
  assert.deepEqual(await list({ CaseId: '700123' }, worker), [])
  await assert.rejects(
    stage.perform(downloadDocument, { ref: 'C51002' }, worker),
    refusedAs('unknownDocument'),
  )
  assert.equal((await list({ CaseId: '700123' }, stage.actor('manager'))).length, 4)
  await stage.test.sql('update cases set is_confidential = false')
})

test('a link fetches correspondence too, and the audit records each download with its case', async () => {
  const content = (await stage.perform(
    downloadDocument,
    { ref: 'C51002' },
    linkActor(stage.organisationId),
  )) as Content
  assert.equal(content.mediaType, 'text/html;charset=UTF-8')
  assert.equal(content.fileName, 'Acknowledgement.html')
  const [entry] = await stage.test.sql(
    `select actor, operation, outcome, case_id::int as "caseId", particulars
     from audit_entries order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry, {
    actor: 'system 0 Download link',
    operation: 'download',
    outcome: 'done',
    caseId: 700123,
    particulars: { reference: 'C51002' },
  })
})

test('what is not there, not retrieved, or another organisation’s is not handed out', async () => {
  const unknown = refusedAs('unknownDocument')
  for (const reference of [
    'D1',
    'C1',
    `D${40017 + 1000}`,
    `C${51002 + 1000}`,
    `D${'9'.repeat(30)}`,
  ])
    await assert.rejects(stage.perform(downloadDocument, { ref: reference }), unknown, reference)
  for (const reference of ['D40018', 'D40019'])
    await assert.rejects(
      stage.perform(downloadDocument, { ref: reference }),
      refusedAs('documentNotRetrieved'),
      reference,
    )
})

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
