import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createAction } from '#domain/tasks/index.ts'
import { allowDocumentSources, readDocumentSource } from '#domain/documents/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { loopbackSite } from '#test/loopback-site.ts'
import { createCase } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

const documentsOf = async (caseId: number) =>
  (
    await stage.test.sql(
      `select name, state, author from documents
       where organisation_id = $1 and case_id = $2 order by document_id`,
      [stage.organisationId, caseId],
    )
  ).map(({ name, state, author }) => [name, state, author])

async function allow(port: number): Promise<void> {
  const sources = readDocumentSource(`127.0.0.1:${port}`) ?? []
  await stage.test.database.write(stage.organisationId, (db) => allowDocumentSources(db, sources))
}

test('documents that come with a case are in its statement, and those not public are fetched during the call', async (t) => {
  const site = await loopbackSite(t, (_, response) => response.end('%PDF-1.7'))
  await allow(site.port)
  const { caseId } = (await stage.perform(createCase, {
    Type: 'Complaint',
    'Customer.Surname': 'Bell',
    'Document2.Name': 'photo.pdf',
    'Document2.URL': `${site.origin}/photo`,
    'Document4.Name': 'open.pdf',
    'Document4.URL': `${site.origin}/open`,
    'Document4.URLPublic': 'true',
    'Document5.Name': 'address only.pdf',
    'Document5.URL': `${site.origin}/address`,
    'Document5.URLPublic': 'true',
    'Document5.URLLoadContent': 'false',
  })) as { caseId: number }
  assert.deepEqual(await documentsOf(caseId), [
    ['photo.pdf', 'stored', 'Website'],
    ['open.pdf', 'pending', 'Website'],
    ['address only.pdf', 'link', 'Website'],
  ])
  assert.deepEqual(
    site.asked.map(({ url }) => url),
    ['/photo'],
  )
})

test('a document that cannot be fetched never fails the case it came with', async () => {
  const { caseId } = (await stage.perform(createCase, {
    Type: 'Complaint',
    'Document1.URL': 'http://127.0.0.1:9/inside.pdf',
  })) as { caseId: number }
  assert.deepEqual(await documentsOf(caseId), [['inside.pdf', 'not retrieved', 'Website']])
})

test('documents come with a form that is filed on a case too', async () => {
  const { caseId } = (await stage.perform(createCase, { Type: 'Complaint' })) as { caseId: number }
  await stage.perform(createAction, {
    CaseId: String(caseId),
    Type: 'InboundCall',
    'Document1.URL': 'http://127.0.0.1:9/call.wav',
  })
  assert.deepEqual(await documentsOf(caseId), [['call.wav', 'not retrieved', 'Website']])
})
