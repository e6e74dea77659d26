import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { rawParameters } from '#kernel/parameters.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { fetchedWithinCall, readDocuments } from './new-document.ts'
import { insertDocuments } from './queries.ts'

const read = (sent: Readonly<Record<string, string>>) =>
  readDocuments(rawParameters(Object.entries(sent).map(([name, value]) => ({ name, value }))))

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

test('several documents by number: they may start at 2 and have gaps, and the one without a number is first', () => {
  const documents = read({
    'Document10.URL': 'https://files.example/ten',
    'document2.url': 'https://files.example/two',
    'Document.URL': 'https://files.example/none',
    'Document7.Name': 'without an address.pdf',
    'Document8.URL': '   ',
    'Documents.URL': 'https://files.example/no-document',
  })
  assert.deepEqual(
    documents.map(({ position, url }) => [position, url]),
    [
      [0, 'https://files.example/none'],
      [1, 'https://files.example/two'],
      [2, 'https://files.example/ten'],
    ],
  )
})

test('name 100, media type 100 and URL 500 characters are kept whole', () => {
  const name = `${'n'.repeat(96)}.pdf`
  const mediaType = `application/${'x'.repeat(88)}`
  const url = `https://files.example/${'u'.repeat(478)}`
  const [document] = read({
    'Document1.Name': name,
    'Document1.MimeType': mediaType,
    'Document1.URL': url,
    'Document1.Category': 'Evidence',
    'Document1.InSummary': 'Yes',
  })
  assert.deepEqual(document, {
    position: 0,
    name,
    mediaType,
    url,
    isUrlPublic: false,
    loadsContent: false,
    category: 'Evidence',
    isInSummary: true,
    state: 'pending',
    failure: null,
  })
})

test('longer names are shortened before the extension, longer types dropped, longer addresses not fetched', () => {
  const [document] = read({
    'Document1.Name': `${'n'.repeat(300)}.pdf`,
    'Document1.MimeType': 'x'.repeat(101),
    'Document1.URL': `https://files.example/${'u'.repeat(8192)}`,
  })
  assert.equal(document?.name, `${'n'.repeat(246)}.pdf`)
  assert.equal(document?.mediaType, null)
  assert.equal(document?.state, 'not retrieved')
  assert.equal(document?.failure, 'The address has more than 8,192 characters and is not fetched.')
  const exact = `https://files.example/${'u'.repeat(8192 - 22)}`
  assert.equal(read({ 'Document1.URL': exact })[0]?.state, 'pending')
})

test('a document without a name is called as its address suggests', () => {
  const named = (url: string) => read({ 'Document1.URL': url })[0]?.name
  assert.equal(named('https://files.example/a/plan%20B.pdf?token=x/y'), 'plan B.pdf')
  assert.equal(named('https://files.example/100%/'), '100%')
  assert.equal(named('https://files.example?token=1'), 'document')
})

test('what is not public or whose content is asked for is fetched within the call, the rest may wait', () => {
  const documents = read({
    'Document1.URL': 'https://files.example/1',
    'Document2.URL': 'https://files.example/2',
    'Document2.URLPublic': 'true',
    'Document3.URL': 'https://files.example/3',
    'Document3.URLPublic': 'true',
    'Document3.URLLoadContent': 'true',
    'Document4.URL': 'https://files.example/4',
    'Document4.URLPublic': 'true',
    'Document4.URLLoadContent': 'false',
  })
  assert.deepEqual(
    documents.map(({ state }) => state),
    ['pending', 'pending', 'pending', 'link'],
  )
  assert.deepEqual(fetchedWithinCall(documents, [11, 12, 13, 14]), [11, 13])
})

test('documents are added in one statement, in order, with their history and their jobs', async () => {
  const documents = read({
    'Document3.URL': 'https://files.example/3',
    'Document2.URL': 'https://files.example/2',
    'Document2.URLPublic': 'true',
    'Document4.URL': 'https://files.example/4',
    'Document4.URLPublic': 'true',
    'Document4.URLLoadContent': 'false',
  })
  const [added] = await stage.test.database.write(stage.organisationId, (db) =>
    insertDocuments(db, {
      caseId: 700123,
      documents,
      author: 'Website',
      now: stage.clock.now(),
    }),
  )
  const rows = await stage.test.sql(
    `select document_id::int as id, url, state, author from documents
     where organisation_id = $1 and case_id = 700123 order by position`,
    [stage.organisationId],
  )
  assert.deepEqual(
    rows.map(({ url, state }) => [url, state]),
    [
      ['https://files.example/2', 'pending'],
      ['https://files.example/3', 'pending'],
      ['https://files.example/4', 'link'],
    ],
  )
  assert.deepEqual(
    added?.documentIds,
    rows.map(({ id }) => id),
  )
  const jobs = await stage.test.sql(
    `select (payload ->> 'documentId')::int as id, (payload ->> 'organisationId')::int as of,
       run_at > now() + interval '50 seconds' as waits
     from graphile_worker._private_jobs order by id`,
  )
  const of = stage.organisationId
  assert.deepEqual(jobs, [
    { id: rows[0]?.['id'], of, waits: false },
    { id: rows[1]?.['id'], of, waits: true },
  ])
  const events = await stage.test.sql(
    `select particulars from case_events where kind = 'documentAdded' order by event_id`,
  )
  assert.deepEqual(
    events.map(({ particulars }) => particulars),
    rows.map(({ id }) => ({ documentId: id })),
  )
})

test('a name is kept without the signs that change the direction of what follows', () => {
  const [document] = read({
    'Document.URL': 'https://files.example/a',
    'Document.Name': 'invoice\u202efdp.exe',
  })
  assert.equal(document?.name, 'invoicefdp.exe')
})
