import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getCaseDocuments } from '#domain/documents/index.ts'
import { addFile } from '#domain/filing/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { multipartBody, multipartHeaders } from '#test/multipart.ts'
import {
  cookiesOf,
  markedTokenIn,
  textOf,
  webStage,
  type Cookies,
  type WebStage,
} from '#test/web-stage.ts'
import { storedText, type StoredText } from '#test/stored-text.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
let stored: StoredText
before(async () => {
  stage = await caseStage()
  await stage.rows(
    `insert into options (organisation_id, list, value)
     values ($1, 'document category', 'Evidence'), ($1, 'document category', 'Letter')`,
  )
  stored = storedText(stage)
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const at = '/cases/700122/documents'

/** Puts a text on the case as a document, and gives its reference. */
async function add(name: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const received = await stored(name, `${name} 1`)
  const sent = { CaseId: '700122', ...received, ...more }
  const done = await stage.perform(addFile, sent, stage.actor('case worker'))
  return `D${(done as { documentId: number }).documentId}`
}

/** Sends a form and gives what the page it leads to says. */
async function send(address: string, fields: Readonly<Record<string, string>> = {}) {
  const sent = await web.send(address, cookies, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  return textOf(await web.open(String(sent.headers.location), { ...cookies, ...cookiesOf(sent) }))
}

const shown = async (address: string) => textOf(await web.open(address, cookies))

const addVersion = async (reference: string, name: string, more = {}) => {
  const url = `${at}/${reference}/version`
  const csrfToken = markedTokenIn(await web.open(url, cookies))
  return web.app.inject({
    method: 'POST',
    url,
    cookies: { ...cookies },
    headers: multipartHeaders,
    payload: multipartBody({ csrfToken, ...more }, [[name, `new ${name}`]]),
  })
}

test('the documents of a case are narrowed down by category and by who can see them', async () => {
  await add('a.txt', { Category: 'Evidence' })
  await add('b.txt', { Category: 'Letter', SelfServiceAccess: 'true' })
  const all = await shown(at)
  assert.match(
    all,
    /b\.txt Letter, 1 KB, added on 14 March 2026 at 9:30am by Sam Dee Stored The customer can see this a\.txt Evidence/,
  )
  assert.doesNotMatch(await shown(`${at}?Category=Evidence`), /b\.txt/)
  assert.doesNotMatch(await shown(`${at}?SeenBy=customer`), /a\.txt/)
  assert.match(
    await shown(`${at}?SeenBy=customer&Category=Evidence`),
    /Nothing matches what you have chosen/,
  )
})

test('a new version takes the place of a document, keeps its reference, and hides it from the customer unless said', async () => {
  const reference = await add('plan.txt', { SelfServiceAccess: 'true' })
  const released = async () =>
    JSON.stringify(
      await stage.perform(getCaseDocuments, { CaseId: '700122', SelfService: 'true' }),
    ).includes(`"${reference}"`)
  assert.ok(await released())
  assert.equal((await addVersion(reference, 'plan second.txt')).statusCode, 303)
  assert.ok(!(await released()))
  const text = await shown(`${at}/${reference}`)
  assert.match(text, /plan\.txt Who can see it Staff only/)
  assert.match(text, /Older versions Version 1: plan\.txt 1 KB, 14 March 2026 at 9:30am by Sam Dee/)
  const content = async (address: string) => (await web.open(address, cookies)).body
  assert.equal(await content(`/documents/${reference}`), 'new plan second.txt')
  assert.equal(await content(`/documents/${reference}/versions/1`), 'plan.txt 1')
  const again = await addVersion(reference, 'plan.pdf', { SelfServiceAccess: 'true' })
  assert.equal(again.statusCode, 303)
  assert.ok(await released())
  assert.match(
    await shown(`${at}/${reference}`),
    /plan\.pdf Who can see it The customer can see this .* Version 2: plan\.txt .* Version 1: plan\.txt/,
  )
  assert.match(await shown(at), /plan\.pdf .* 3 versions/)
  for (const unknown of ['3', '0', 'x'])
    assert.equal(
      (await web.open(`/documents/${reference}/versions/${unknown}`, cookies)).statusCode,
      404,
    )
  assert.match(
    await shown('/cases/700122/timeline?Kind=documents'),
    /Document released to the customer: plan\.pdf .* New version of a document: plan\.pdf .* Document withdrawn from the customer: plan\.pdf .* New version of a document: plan\.pdf/,
  )
  assert.match(textOf(await addVersion(reference, '')), /There is a problem Choose a file/)
})

test('a title keeps the ending that says with what it opens, and the history tells what it was', async () => {
  const reference = await add('scan0012.pdf', { Category: 'Evidence' })
  const page = `${at}/${reference}`
  assert.match(
    await send(`${page}/change`, { Name: 'Site <plan>', Category: 'letter' }),
    /Title and category saved Site <plan>\.pdf Who can see it Staff only Category Letter/,
  )
  assert.match(
    await shown('/cases/700122/timeline?Kind=documents'),
    /Document described anew: Site <plan>\.pdf .* Title: “scan0012\.pdf” became “Site <plan>\.pdf” Category: “Evidence” became “Letter”/,
  )
  const empty = await web.send(`${page}/change`, cookies, { Name: ' ', Category: 'Letter' })
  assert.match(textOf(empty), /There is a problem Enter title/)
  const wrong = await web.send(`${page}/change`, cookies, { Name: 'x', Category: 'Gossip' })
  assert.match(textOf(wrong), /Select a category from the list/)
  await stage.rows(
    `update documents set category = 'Gone' where organisation_id = $1 and name like 'Site%'`,
  )
  assert.match(
    await send(`${page}/change`, { Name: 'Site plan', Category: 'Gone' }),
    /Category Gone/,
  )
})

test('a document is released and withdrawn on a page of its own, and the history tells each once', async () => {
  const reference = await add('reply.txt')
  const page = `${at}/${reference}`
  assert.match(
    await shown(`${page}/release`),
    /Let the customer see it Document: reply\.txt .* Look through it first/,
  )
  assert.match(
    await send(`${page}/release`),
    /The customer can see this document now .* Withdraw it from the customer/,
  )
  await send(`${page}/release`)
  assert.match(
    await send(`${page}/withdraw`),
    /The customer can no longer see .* Let the customer see it/,
  )
  const told = await shown('/cases/700122/timeline?Kind=documents')
  assert.equal(told.match(/Document released to the customer: reply\.txt/g)?.length, 1)
  assert.equal(told.match(/Document withdrawn from the customer: reply\.txt/g)?.length, 1)
})

test('a page shows texts, pictures and PDFs of ours, in which nothing runs, and nothing that could', async () => {
  const of = async (name: string, content: string, MimeType: string) => {
    const reference = await add(name, { ...(await stored(name, content)), MimeType })
    const page = await web.open(`${at}/${reference}`, cookies)
    const file = await web.open(`/documents/${reference}/preview`, cookies)
    return { page, file, policy: String(file.headers['content-security-policy']) }
  }
  const framed = /<iframe\s[^>]*src="\/documents\/D\d+\/preview"\s+title="[a-z.]+"/
  const text = await of('words.txt', 'Zürich <script>', 'text/plain')
  assert.match(text.page.body, framed)
  assert.match(String(text.page.headers['content-security-policy']), /frame-src 'self'/)
  assert.equal(text.file.headers['content-type'], 'text/plain; charset=utf-8')
  assert.match(text.policy, /default-src 'none'; frame-ancestors 'self'; sandbox/)
  const pdf = await of('plan.pdf', '%PDF-1.7', 'application/pdf')
  assert.match(pdf.page.body, framed)
  assert.match(pdf.policy, /^default-src 'none'.*frame-ancestors 'self'$/)
  const picture = await of('photo.png', 'pixels', 'image/png')
  assert.match(picture.page.body, /<img\s[^>]*src="\/documents\/D\d+\/preview"\s+alt="photo\.png"/)
  assert.doesNotMatch(String(picture.page.headers['content-security-policy']), /frame-src/)
  for (const { file } of [text, pdf, picture]) {
    assert.match(String(file.headers['content-disposition']), /^inline/)
    assert.equal(file.headers['x-content-type-options'], 'nosniff')
    assert.equal(file.headers['x-frame-options'], 'SAMEORIGIN')
  }
  for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'video/mp4']) {
    const { page, file } = await of('x.bin', '<script>alert(1)</script>', type)
    assert.doesNotMatch(page.body, /<iframe|<img/)
    assert.equal(file.headers['x-frame-options'], 'DENY')
    if (type !== 'video/mp4')
      assert.match(String(file.headers['content-disposition']), /^attachment/)
  }
})

test('a document of another case is not found on this one, and who may only look changes nothing', async () => {
  const reference = await add('mine.txt')
  assert.equal((await web.open(`/cases/700123/documents/${reference}`, cookies)).statusCode, 404)
  const elsewhere = await web.send(`/cases/700123/documents/${reference}/release`, cookies)
  assert.notEqual(elsewhere.statusCode, 303)
  await stage.rows(
    `update users set role = 'auditor' where organisation_id = $1 and user_name = 'sdee'`,
  )
  assert.doesNotMatch(await shown(`${at}/${reference}`), /Add a new version|Change title/)
  assert.equal((await web.open(`${at}/${reference}/version`, cookies)).statusCode, 403)
  assert.equal((await web.send(`${at}/${reference}/release`, cookies)).statusCode, 403)
  const kept = await stage.rows(
    `select is_self_service as "isReleased" from documents where organisation_id = $1 and name = 'mine.txt'`,
  )
  assert.deepEqual(kept, [{ isReleased: false }])
})
