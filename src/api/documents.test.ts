import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { allOperations } from '#operations'
import { allowDocumentSources, readDocumentSource } from '#domain/documents/index.ts'
import { apiStage, type ApiStage } from '#test/api-stage.ts'
import { loopbackSite } from '#test/loopback-site.ts'

let stage: ApiStage
let authorization: string
before(async () => {
  stage = await apiStage(allOperations)
  authorization = `Bearer ${await stage.token()}`
})
after(() => stage.close())

const host = 'uat.icasework.com'
const get = (url: string) => stage.send({ method: 'GET', url, headers: { host, authorization } })
const upload = (payload: string) =>
  stage.send({
    method: 'POST',
    url: '/uploaddocuments?db=demo',
    headers: { host, authorization, 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  })

test('what is uploaded is listed as in the sample, and its address alone gives the exact bytes', async (t) => {
  const bytes = Buffer.from('%PDF-1.7\n\0\xff exact', 'latin1')
  const site = await loopbackSite(t, (_, response) => response.end(bytes))
  const sources = readDocumentSource(`127.0.0.1:${site.port}`) ?? []
  await stage.test.database.write(stage.organisationId, (db) => allowDocumentSources(db, sources))
  const uploaded = await upload(
    `CaseId=700123&Document1.Name=Response %26 <plan>.pdf&Document1.Category=General upload&Document1.URL=${encodeURIComponent(site.origin)}/r`,
  )
  assert.equal(
    uploaded.body,
    '<?xml version="1.0" encoding="UTF-8"?><uploaddocumentsresponse><caseid>700123</caseid></uploaddocumentsresponse>',
  )
  const listed = (await get('/getcasedocuments?db=demo&CaseId=700123')).body
  const [, id, url = ''] =
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Documents>\n {2}<Document Id="(D\d+)" Name="Response &amp; &lt;plan&gt;\.pdf" Category="General upload" Type="application\/pdf" Source="Document" DocumentDate="2026-03-14T09:30:00"><!\[CDATA\[(\S+)\]\]><\/Document>\n<\/Documents>\n?$/.exec(
      listed,
    ) ?? []
  assert.ok(id, listed)
  const address = new URL(url)
  assert.equal(address.host, host)
  for (let times = 0; times < 2; times += 1) {
    const downloaded = await stage.send({
      method: 'GET',
      url: address.pathname + address.search,
      headers: { host },
    })
    assert.equal(downloaded.statusCode, 200)
    assert.equal(downloaded.headers['content-type'], 'application/pdf')
    assert.equal(downloaded.headers['content-length'], String(bytes.length))
    assert.deepEqual(downloaded.rawPayload, bytes)
  }
  const json = (await get('/getcasedocuments?db=demo&CaseId=700123&Format=json')).json()
  assert.equal((json as { Id: string }[])[0]?.Id, id)
})

test('an unknown case, or no documents: 200 and one empty tag; neither reference: 400', async () => {
  for (const sent of ['CaseId=700199', 'ExternalId=nobody', 'CaseId=700122']) {
    const reply = await get(`/getcasedocuments?db=demo&${sent}`)
    assert.equal(reply.statusCode, 200)
    assert.match(reply.body, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Documents \/>\n?$/)
    assert.equal((await get(`/getcasedocuments?db=demo&Format=json&${sent}`)).body, '[]')
  }
  const reply = await get('/getcasedocuments?db=demo')
  assert.equal(reply.statusCode, 400)
  assert.equal(reply.headers['x-application-error-code'], '17002')
})

test('no document given is 15003, and a document that is not there is 404 with a page', async () => {
  const missing = await upload('CaseId=700123&Document1.Name=x')
  assert.equal(missing.headers['x-application-error-code'], '15003')
  await upload('CaseId=700124&Document1.URL=http://127.0.0.1:9/x.pdf')
  const listed = (await get('/getcasedocuments?db=demo&CaseId=700124')).body
  const address = new URL(/CDATA\[(\S+)\]\]/.exec(listed)?.[1] ?? '')
  const reply = await get(address.pathname + address.search)
  assert.equal(reply.statusCode, 404)
  assert.match(reply.body, /<title>Error Page<\/title>/)
})

test('correspondence comes as it is, and what is not there is 29002', async () => {
  await stage.test.sql(
    `insert into correspondence (organisation_id, case_id, code, name, channel, body, author,
       created_at, processed_at, updated_at)
     values ($1, 700122, 'ACKLET', 'Acknowledgement', 'email', 'Dear Miss Bell', 'Dee, Sam',
       '2026-03-03', '2026-03-03', '2026-03-03')`,
    [stage.organisationId],
  )
  const reply = await get('/getcasecorrespondence?db=demo&CaseId=700122&Type=ACKLET')
  assert.equal(reply.headers['content-type'], 'text/html;charset=UTF-8')
  assert.match(reply.body, /^<!DOCTYPE html>[^]*<p>Dear Miss Bell<\/p>/)
  const unknown = await get('/getcasecorrespondence?db=demo&CaseId=700122&Type=NOLET')
  assert.equal(unknown.headers['x-application-error-code'], '29002')
})
