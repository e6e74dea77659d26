import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test, type TestContext } from 'node:test'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import type { Content } from '#kernel/answer.ts'
import { documentStore } from '#platform/files/document-store.ts'
import { fetchPending } from '#test/fetch-pending.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { refusedAs } from '#test/refused-as.ts'
import { drip, loopbackSite, resetSoon, unmeasuredSite } from '#test/loopback-site.ts'
import type { ChildUpload } from '#test/upload-in-child.ts'
import {
  allowDocumentSources,
  downloadDocument,
  readDocumentSource,
  retryDocument,
  uploadDocuments,
} from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())
beforeEach(() => stage.test.sql('delete from documents'))

const pdf = '%PDF-1.7 as it lay there'
const write = <T>(work: Parameters<Fixture['test']['database']['write']>[1]) =>
  stage.test.database.write(stage.organisationId, work) as Promise<T>

async function allow(port: number): Promise<void> {
  await write((db) => allowDocumentSources(db, readDocumentSource(`127.0.0.1:${port}`) ?? []))
}

/** A site on the loopback that the organisation allows. */
async function allowedSite(t: TestContext, answer: Parameters<typeof loopbackSite>[1]) {
  const site = await loopbackSite(t, answer)
  await allow(site.port)
  return site
}

const upload = (sent: Readonly<Record<string, string>>) =>
  stage.perform(uploadDocuments, { CaseId: '700123', ...sent })
const documents = () =>
  stage.test.sql(
    `select document_id::int as id, name, media_type as "mediaType", url, state, failure
     from documents order by document_id`,
  )
const history = async (documentId: unknown) =>
  (
    await stage.test.sql(
      `select kind from case_events where particulars -> 'documentId' = to_jsonb($1::int)
       order by event_id`,
      [documentId],
    )
  ).map(({ kind }) => kind)
const download = async (id: unknown) =>
  (await stage.perform(downloadDocument, { ref: `D${String(id)}` })) as Content

const workUntilFetched = (outside = stage.door.outside) => fetchPending(stage, outside)

test('the callback is a plain GET of the exact URL, query included, without credentials, during the call', async (t) => {
  const site = await allowedSite(t, (_, response) => response.end(pdf))
  const target = '/a%20b/response.pdf?token=a/b+c==&x=%2f'
  const answer = await upload({
    'Document2.Name': 'Response.pdf',
    'Document2.MimeType': 'application/pdf',
    'Document2.URL': `${site.origin}${target}`,
    'Document2.URLPublic': 'false',
    Type: 'Complaint',
    RequestMethod: 'Web',
  })
  assert.equal((answer as { caseId: number }).caseId, 700123)
  assert.deepEqual(
    site.asked.map(({ method, url, headers }) => [method, url, headers.authorization]),
    [['GET', target, undefined]],
  )
  assert.equal(site.asked[0]?.headers.cookie, undefined)
  const [document] = await documents()
  assert.equal(document?.['state'], 'stored')
  assert.deepEqual(await history(document['id']), ['documentAdded', 'documentRetrieved'])
  const content = await download(document['id'])
  assert.equal(content.mediaType, 'application/pdf')
  assert.equal(content.size, pdf.length)
  assert.equal(content.fileName, 'Response.pdf')
  assert.equal(await text(content.body as Readable), pdf)
})

test('without a document the call is refused, and the case must be known first', async () => {
  await assert.rejects(upload({ 'Document1.Name': 'No address.pdf' }), refusedAs('documentMissing'))
  await assert.rejects(
    upload({ CaseId: '700199', 'Document1.URL': 'https://files.example/a' }),
    refusedAs('unknownCase'),
  )
  assert.deepEqual(await documents(), [])
})

test('a failed fetch never fails the call: name and URL are kept, the reason is shown, the job tries again', async (t) => {
  let isThere = false
  const site = await allowedSite(t, (_, response) => {
    response.statusCode = isThere ? 200 : 503
    response.end(isThere ? pdf : 'later')
  })
  const url = `${site.origin}/later.pdf`
  await upload({ 'Document1.URL': url, 'Document1.Name': 'Later.pdf' })
  const [document] = await documents()
  assert.deepEqual(document, {
    id: document?.['id'],
    name: 'Later.pdf',
    mediaType: null,
    url,
    state: 'not retrieved',
    failure: '127.0.0.1 answered 503 instead of sending the document.',
  })
  await assert.rejects(download(document['id']), refusedAs('documentNotRetrieved'))
  isThere = true
  await stage.test.sql(`update documents set state = 'pending'`)
  await workUntilFetched()
  const [then] = await documents()
  assert.deepEqual([then?.['state'], then?.['failure']], ['stored', null])
  assert.equal(then?.['mediaType'], 'application/pdf')
  assert.deepEqual(await history(document['id']), [
    'documentAdded',
    'documentNotRetrieved',
    'documentRetrieved',
  ])
})

test('the call waits no longer than its time, and the job fetches the rest', async (t) => {
  let isFast = false
  const site = await allowedSite(t, (_, response) => {
    if (isFast) response.end(pdf)
  })
  const begun = performance.now()
  await upload({ 'Document1.URL': `${site.origin}/slow.pdf` })
  const seconds = (performance.now() - begun) / 1000
  assert.ok(seconds > 1.5 && seconds < 60, `answered after ${seconds} s`)
  assert.deepEqual(
    (await documents()).map(({ state, failure }) => [state, failure]),
    [['pending', null]],
  )
  isFast = true
  await workUntilFetched()
  assert.equal((await documents())[0]?.['state'], 'stored')
})

test('a part of a document whose end nothing announces is never stored as the whole', async (t) => {
  for (const [goOn, stateThen] of [
    [drip, 'pending'],
    [resetSoon, 'not retrieved'],
  ] as const) {
    let isWhole = false
    const site = await unmeasuredSite(t, pdf.slice(0, 9), (socket) =>
      isWhole ? void socket.end(pdf.slice(9)) : goOn(socket),
    )
    await allow(site.port)
    await upload({ 'Document1.URL': `${site.origin}/part.pdf` })
    const [document] = await documents()
    assert.equal(document?.['state'], stateThen)
    await assert.rejects(download(document['id']), refusedAs('documentNotRetrieved'))
    isWhole = true
    await stage.test.sql(`update documents set state = 'pending'`)
    await workUntilFetched()
    assert.equal(await text((await download(document['id'])).body as Readable), pdf)
    await stage.test.sql('delete from documents')
  }
})

test('with a public URL whose content is not asked for the call does not wait: the job fetches it', async (t) => {
  const site = await allowedSite(t, (_, response) => response.end(pdf))
  await upload({ 'Document1.URL': `${site.origin}/open.pdf`, 'Document1.URLPublic': 'true' })
  assert.equal(site.asked.length, 0)
  await workUntilFetched()
  assert.equal((await documents())[0]?.['state'], 'stored')
})

test('a private target is refused in words on the document, and can be retried by hand once it is allowed', async (t) => {
  const site = await loopbackSite(t, (_, response) => response.end(pdf))
  await upload({ 'Document1.URL': `${site.origin}/inside.pdf` })
  assert.equal(site.asked.length, 0)
  const [document] = await documents()
  assert.equal(document?.['state'], 'not retrieved')
  assert.match(
    String(document['failure']),
    /^(127\.0\.0\.1:\d+) is not on the public internet .* not among the allowed sources\. An administrator can allow it: document-source allow \1 --organisation [a-z]+$/,
  )
  const retry = () =>
    stage.perform(retryDocument, { CaseId: '700123', Document: `D${String(document['id'])}` })
  await retry()
  assert.equal((await documents())[0]?.['state'], 'not retrieved')
  await allow(site.port)
  await retry()
  assert.equal((await documents())[0]?.['state'], 'stored')
  assert.equal(await text((await download(document['id'])).body as Readable), pdf)
  await retry()
  assert.equal(site.asked.length, 1, 'what is there is not fetched again')
  await assert.rejects(
    stage.perform(retryDocument, { CaseId: '700123', Document: 'D1' }),
    refusedAs('unknownDocument'),
  )
  await assert.rejects(
    stage.perform(retryDocument, { CaseId: '700199', Document: `D${String(document['id'])}` }),
    refusedAs('unknownCase'),
  )
})

test('a job that meets a refusal is done, for trying again would end the same', async (t) => {
  const site = await loopbackSite(t, (_, response) => response.end(pdf))
  await stage.test.sql('delete from graphile_worker._private_jobs')
  await upload({ 'Document1.URL': `${site.origin}/no.pdf`, 'Document1.URLPublic': 'true' })
  await workUntilFetched()
  assert.equal((await documents())[0]?.['state'], 'not retrieved')
  assert.deepEqual(await stage.test.sql('select from graphile_worker._private_jobs'), [])
})

test('fetching the same document twice at once stores it once', async (t) => {
  const site = await allowedSite(t, (_, response) => response.end(pdf))
  await stage.test.sql('delete from graphile_worker._private_jobs')
  await upload({ 'Document1.URL': `${site.origin}/twice.pdf`, 'Document1.URLPublic': 'true' })
  const [document] = await documents()
  const again = { CaseId: '700123', Document: `D${String(document?.['id'])}` }
  await Promise.all([stage.perform(retryDocument, again), stage.perform(retryDocument, again)])
  await workUntilFetched()
  assert.deepEqual(await history(document?.['id']), ['documentAdded', 'documentRetrieved'])
})

test('what claims to be a PDF and is none is not passed on as one', async (t) => {
  const site = await allowedSite(t, (_, response) =>
    response.end('<html><body>Sign in</body></html>'),
  )
  await upload({
    'Document1.URL': `${site.origin}/response.pdf`,
    'Document1.MimeType': 'application/pdf',
  })
  assert.equal((await documents())[0]?.['mediaType'], 'text/html')
})

test('a document that is too large is refused with the reason', async (t) => {
  const site = await allowedSite(t, (_, response) => response.end(Buffer.alloc(1024 * 1024 + 1)))
  await upload({ 'Document1.URL': `${site.origin}/large.bin` })
  const [document] = await documents()
  assert.deepEqual(
    [document?.['state'], document?.['failure']],
    ['not retrieved', 'The document has more than 1 MB.'],
  )
})

test('a kill -9 between commit and fetch loses nothing: the job fetches the document', async (t) => {
  const asked = Promise.withResolvers<void>()
  let isFast = false
  const site = await allowedSite(t, (_, response) => {
    if (isFast) response.end(pdf)
    else {
      response.write(pdf.slice(0, 9))
      asked.resolve()
    }
  })
  const directory = await mkdtemp(join(tmpdir(), 'casewright-killed-'))
  t.after(() => rm(directory, { recursive: true }))
  const told: ChildUpload = {
    address: stage.test.address,
    directory,
    organisationId: stage.organisationId,
    sent: { CaseId: '700123', 'Document1.URL': `${site.origin}/killed.pdf` },
  }
  const child = spawn(process.execPath, ['test/support/upload-in-child.ts', JSON.stringify(told)], {
    stdio: 'inherit',
  })
  await asked.promise
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.deepEqual(
    (await documents()).map(({ state }) => state),
    ['pending'],
  )
  isFast = true
  const store = await documentStore(directory)
  const { outside } = stage.door
  await workUntilFetched({ ...outside, documents: { ...outside.documents, store } })
  assert.equal((await documents())[0]?.['state'], 'stored')
  const [held] = await stage.test.sql('select content_hash as hash from documents')
  const body = await store.open(stage.organisationId, String(held?.['hash']))
  assert.equal(body && (await text(body)), pdf)
})
