import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import { uploadDocuments } from '#domain/documents/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { loopbackSite } from '#test/loopback-site.ts'
import { allowLoopback, cookiesOf, textOf, webStage, type WebStage } from '#test/web-stage.ts'

let stage: Fixture
let web: WebStage
before(async () => {
  stage = await fixture()
  web = await webStage(stage)
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const flag = async (text: string, caseId = 700122): Promise<number> => {
  const [row] = await stage.test.sql(
    `insert into case_flags (organisation_id, case_id, parameter, text, raised_at)
     values ($1, $2, 'Customer.ContactMethod', $3, '2026-03-03') returning flag_id as id`,
    [stage.organisationId, caseId, text],
  )
  return Number(row?.['id'])
}

const upload = async (caseId: number, name: string, url: string): Promise<string> => {
  const sent = { CaseId: `${caseId}`, 'Document1.Name': name, 'Document1.URL': url }
  await stage.perform(uploadDocuments, sent)
  const [row] = await stage.test.sql(`select max(document_id)::int as id from documents`)
  return `D${Number(row?.['id'])}`
}

const site = (t: TestContext, body: string | Buffer, type = 'application/octet-stream') =>
  loopbackSite(t, (_, response) => {
    response.setHeader('content-type', type)
    response.end(body)
  })

const allowed = async (port: number): Promise<void> => {
  await allowLoopback(stage, port)
}

test('a case with nothing on it says so of each part', async () => {
  const text = textOf(await web.open('/cases/700124', await web.signIn()))
  assert.match(text, /Received 3 March 2026 Team Customer relations/)
  assert.match(text, /Owner Not assigned/)
  assert.match(text, /What is next No task, letter or answer is waiting\./)
  assert.match(text, /Done lately Nothing has happened yet\./)
  assert.doesNotMatch(text, /Values that did not fit/)
  const part = async (name: string) =>
    textOf(await web.open(`/cases/700124/${name}`, await web.signIn()))
  assert.match(await part('documents'), /There are no documents on this case\./)
  assert.match(await part('notes'), /Notes .*There are no notes on this case\./)
  assert.match(await part('timeline'), /Timeline .*Nothing has happened yet\./)
  assert.doesNotMatch(text, /To be looked at|Confidential/)
})

test('a confidential case is marked as such', async () => {
  const mark = (isConfidential: boolean) =>
    stage.test.sql(
      `update cases set is_confidential = $2 where organisation_id = $1 and case_id = 700124`,
      [stage.organisationId, isConfidential],
    )
  await mark(true)
  const text = textOf(await web.open('/cases/700124', await web.signIn()))
  await mark(false)
  assert.match(text, /Case 700124: Complaint, Miss Ann Bell Confidential Status New case/)
})

test('a value that did not fit is told as it was sent, and marked as done by a button', async () => {
  const cookies = await web.signIn()
  const id = await flag('By <pigeon>')
  const page = await web.open('/cases/700122', cookies)
  assert.match(textOf(page), /To be looked at 1 value did not fit/)
  assert.match(textOf(page), /Customer contact method By <pigeon> Sent on 3 March 2026 at 12:00am/)
  const address = `/cases/700122/flags/${id}/settle`
  assert.ok(page.body.includes(`action="${address}"`))
  const sent = await web.send(address, cookies)
  assert.equal(sent.statusCode, 303)
  assert.equal(sent.headers.location, '/cases/700122')
  const text = textOf(await web.open('/cases/700122', { ...cookies, ...cookiesOf(sent) }))
  assert.match(text, /Success Marked as done/)
  assert.match(text, /All have been dealt with\. Settled \(1\) Customer contact method By <pigeon>/)
  assert.match(text, /Settled on 14 March 2026 at 9:30am by Dee, Sam/)
  assert.doesNotMatch(text, /To be looked at/)
})

test('a button without its token, or for what is not there, changes nothing', async () => {
  const cookies = await web.signIn()
  const id = await flag('Smoke', 700123)
  const settle = (caseId: number, one: number | string) => `/cases/${caseId}/flags/${one}/settle`
  const lapsed = await web.send(settle(700123, id), cookies, { csrfToken: '' })
  assert.equal(lapsed.statusCode, 403)
  for (const address of [
    settle(700122, id),
    settle(700123, 999_999),
    settle(700123, 'one'),
    settle(700199, id),
    '/cases/700123/documents/D999999/retry',
    '/cases/700123/documents/C1/retry',
  ])
    assert.equal((await web.send(address, cookies)).statusCode, 404, address)
  assert.equal((await web.send(settle(700123, id), {})).statusCode, 401)
  const [row] = await stage.test.sql(`select settled_at as at from case_flags where flag_id = $1`, [
    id,
  ])
  assert.deepEqual(row, { at: null })
})

test('a document that did not come says why, and trying again says what came of it', async (t) => {
  const cookies = await web.signIn()
  const { origin, port } = await site(t, '%PDF-1.7 plan')
  const reference = await upload(700123, 'Plan <1>.pdf', `${origin}/plan`)
  const again = async () => {
    const address = `/cases/700123/documents/${reference}/retry`
    assert.ok(
      (await web.open('/cases/700123/documents', cookies)).body.includes(`action="${address}"`),
    )
    const sent = await web.send(address, cookies)
    assert.equal(sent.headers.location, '/cases/700123/documents')
    assert.doesNotMatch(String(sent.headers['set-cookie']), /Plan/)
    return textOf(await web.open('/cases/700123/documents', { ...cookies, ...cookiesOf(sent) }))
  }
  const refused = await again()
  assert.match(refused, /Important Plan <1>\.pdf could not be retrieved/)
  assert.match(
    textOf(await web.open('/cases/700123', cookies)),
    /1 document could not be retrieved/,
  )
  assert.match(
    refused,
    /Plan <1>\.pdf added on 14 March 2026 at 9:30am by Website Not retrieved .*127\.0\.0\.1/,
  )
  await allowed(port)
  const came = await again()
  assert.match(came, /Success Plan <1>\.pdf has been retrieved/)
  assert.match(came, /Plan <1>\.pdf 1 KB, added on .* Stored/)
  assert.doesNotMatch(came, /Try again/)
})

test('a stored document opens in the browser where nothing in it can run, and is downloaded otherwise', async (t) => {
  const cookies = await web.signIn()
  const bytes = Buffer.from('%PDF-1.7\n\0\xff exact', 'latin1')
  const safe = await site(t, bytes)
  const unsafe = await site(t, '<!doctype html><script>alert(1)</script>', 'text/html')
  await allowed(safe.port)
  await allowed(unsafe.port)
  const shown = await upload(700123, 'Résumé.pdf', safe.origin)
  const kept = await upload(700123, 'page.html', unsafe.origin)
  assert.match(
    (await web.open('/cases/700123/documents', cookies)).body,
    new RegExp(`href="/cases/700123/documents/${shown}"`),
  )

  const pdf = await web.open(`/documents/${shown}`, cookies)
  assert.equal(pdf.statusCode, 200)
  assert.deepEqual(pdf.rawPayload, bytes)
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  assert.equal(pdf.headers['content-length'], String(bytes.length))
  assert.match(String(pdf.headers['content-disposition']), /^inline; filename="Resume\.pdf"/)

  const html = await web.open(`/documents/${kept}`, cookies)
  assert.match(String(html.headers['content-disposition']), /^attachment; filename="page\.html"/)
  assert.match(String(html.headers['content-security-policy']), /default-src 'none'.*sandbox/)
  for (const { headers } of [pdf, html]) {
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['cache-control'], 'no-store')
    assert.match(String(headers['content-security-policy']), /^default-src 'none'/)
  }
})

test('a document is handed out only to somebody who is signed in and may see it', async (t) => {
  const cookies = await web.signIn()
  const { origin, port } = await site(t, 'plain words')
  await allowed(port)
  const reference = await upload(700123, 'words.txt', origin)
  assert.equal((await web.open(`/documents/${reference}`)).statusCode, 401)
  for (const unknown of ['D999999', 'words.txt', 'C999999'])
    assert.equal((await web.open(`/documents/${unknown}`, cookies)).statusCode, 404, unknown)
  const be = (role: string) =>
    stage.test.sql(`update users set role = $2 where organisation_id = $1`, [
      stage.organisationId,
      role,
    ])
  await be('front line')
  const page = await web.open('/cases/700123', cookies)
  const denied = await web.open(`/documents/${reference}`, cookies)
  const hidden = await web.open('/cases/700123/documents', cookies)
  await be('auditor')
  const looking = await web.open('/cases/700123/documents', cookies)
  await be('administrator')
  assert.equal(page.statusCode, 200)
  assert.doesNotMatch(textOf(page), /words\.txt|Documents/)
  assert.equal(hidden.statusCode, 403)
  assert.equal(denied.statusCode, 403)
  assert.match(textOf(looking), /words\.txt/)
  const main = everyElement(readTree(looking.body)).find(({ name }) => name === 'main')
  const forms = everyElement(main?.children ?? []).filter(
    ({ name, attributes }) => name === 'form' && attributes['method'] === 'post',
  )
  assert.ok(main)
  assert.deepEqual(forms, [])
})

test('an address kept as a link is followed only where it is one of the web', async () => {
  const link = (url: string, name: string) =>
    stage.perform(uploadDocuments, {
      CaseId: '700122',
      'Document1.Name': name,
      'Document1.URL': url,
      'Document1.URLPublic': 'true',
      'Document1.URLLoadContent': 'false',
    })
  await link('https://files.example.org/a', 'on the web')
  await link('javascript:alert(1)', 'in no place')
  const cookies = await web.signIn()
  const list = await web.open('/cases/700122/documents', cookies)
  const pages = list.body.match(/\/cases\/700122\/documents\/D\d+/g) ?? []
  const opened = await Promise.all(pages.map((address) => web.open(address, cookies)))
  const bodies = opened.map(({ body }) => body).join('')
  assert.match(bodies, /href="https:\/\/files\.example\.org\/a"\s+rel="noreferrer noopener"/)
  assert.doesNotMatch(bodies, /javascript:/)
})
