import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { multipartBody, multipartEnd, multipartHeaders, type SentFiles } from '#test/multipart.ts'
import {
  cookiesOf,
  markedTokenIn,
  textOf,
  webStage,
  type Cookies,
  type WebStage,
} from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await caseStage()
  await stage.rows(
    `insert into options (organisation_id, list, value) values ($1, 'document category', 'Evidence')`,
  )
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const page = '/cases/700122/documents'
const address = `${page}/new`

const formToken = async () => markedTokenIn(await web.open(address, cookies))

const post = (payload: Buffer, headers: Readonly<Record<string, string>> = {}) =>
  web.app.inject({
    method: 'POST',
    url: address,
    cookies: { ...cookies },
    headers: { ...multipartHeaders, ...headers },
    payload,
  })

const send = async (files: SentFiles, fields: Readonly<Record<string, string>> = {}) =>
  post(multipartBody({ csrfToken: await formToken(), ...fields }, files))

const kept = () =>
  stage.rows(
    `select name, media_type as type, category, is_self_service as "isReleased", state, author,
       content_size::int as size
     from documents where organisation_id = $1 and case_id = 700122 order by document_id`,
  )
const names = async () => (await kept()).map(({ name }) => name)
const contentsInStore = async () => {
  let count = 0
  for await (const _ of stage.door.outside.documents.store.list(stage.organisationId)) count += 1
  return count
}

test('several files are put on a case at once, each of the type that its content shows', async () => {
  const sent = await send([
    ['Zaun & <Plan>\u202e ü.pdf', '%PDF-1.7 plan'],
    ['photo.pdf', Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1'), 'text/html'],
  ])
  assert.equal(sent.headers.location, page)
  const told = { category: null, isReleased: false, state: 'stored', author: 'Dee, Sam' }
  assert.deepEqual(await kept(), [
    { ...told, name: 'Zaun & <Plan> ü.pdf', type: 'application/pdf', size: 13 },
    { ...told, name: 'photo.pdf', type: 'image/png', size: 12 },
  ])
  const shown = await web.open(page, { ...cookies, ...cookiesOf(sent) })
  assert.match(textOf(shown), /2 documents added/)
  const plan = /href="\/cases\/700122(\/documents\/D\d+)"\s*>Zaun/.exec(shown.body)?.[1] ?? ''
  assert.equal((await web.open(plan, cookies)).body, '%PDF-1.7 plan')
})

test('a file that comes without any name is answered in words', async () => {
  const before = await names()
  const nameless = multipartBody({ csrfToken: await formToken() }, [['a.txt', 'one']])
    .toString()
    .replace('; filename="a.txt"', '')
  const refused = await post(Buffer.from(nameless))
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /There is a problem Choose a file/)
  assert.deepEqual(await names(), before)
})

test('a category is one of the list, and a released document is told as such in the history', async () => {
  const sent = await send([['a.txt', 'one']], { Category: 'evidence', SelfServiceAccess: 'true' })
  assert.equal(sent.statusCode, 303)
  const last = (await kept()).at(-1)
  assert.deepEqual([last?.['category'], last?.['isReleased']], ['Evidence', true])
  assert.match(
    textOf(await web.open('/cases/700122/timeline', cookies)),
    /Document released to the customer: a\.txt by Dee, Sam .* Document added: a\.txt/,
  )
  const refused = await send([['b.txt', 'two']], { Category: 'Gossip' })
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /b\.txt was not added: Select a category from the list/)
})

test('each file is answered for itself: one too large and one empty keep no other from its place', async () => {
  const before = [await names(), await contentsInStore()] as const
  const largest = Buffer.alloc(1024 * 1024, 'x')
  const sent = await send(
    [
      ['fits.txt', largest],
      ['huge.txt', Buffer.alloc(1024 * 1024 + 1, 'y')],
      ['empty.txt', ''],
      ['after.txt', 'still here'],
    ],
    { Category: 'Evidence' },
  )
  assert.equal(sent.statusCode, 422)
  const text = textOf(sent)
  assert.match(text, /There is a problem huge\.txt must be 1 MB or smaller empty\.txt is empty/)
  assert.match(text, /These were added\. Do not send them again: fits\.txt after\.txt/)
  assert.match(sent.body, /value="Evidence"\s+selected/)
  assert.deepEqual(await names(), [...before[0], 'fits.txt', 'after.txt'])
  assert.equal(await contentsInStore(), before[1] + 2)
  assert.match(textOf(await send([['', '']])), /There is a problem Choose a file/)
})

test('a form that breaks off in the middle of a file leaves nothing of that file', async () => {
  const before = [await names(), await contentsInStore()] as const
  const whole = multipartBody({ csrfToken: await formToken() }, [
    ['first.txt', 'the first'],
    ['second.txt', 'the second'.repeat(5000)],
  ])
  const sent = await post(whole.subarray(0, -2000))
  assert.equal(sent.statusCode, 400)
  assert.deepEqual(await names(), [...before[0], 'first.txt'])
  assert.equal(await contentsInStore(), before[1] + 1)
})

test('the same form sent twice puts each file on the case once', async () => {
  const before = await names()
  const body = multipartBody({ csrfToken: await formToken() }, [['once.txt', 'only once']])
  for (const sent of await Promise.all([post(body), post(body)])) assert.equal(sent.statusCode, 303)
  assert.deepEqual(await names(), [...before, 'once.txt'])
})

test('a form without its token, or with it behind the files, keeps nothing', async () => {
  const before = [await names(), await contentsInStore()] as const
  const files: SentFiles = [['x.txt', 'not ours']]
  const late = Buffer.concat([
    multipartBody({}, files).subarray(0, -multipartEnd.length),
    multipartBody({ csrfToken: await formToken() }, []),
  ])
  for (const body of [multipartBody({}, files), multipartBody({ csrfToken: 'wrong' }, files)])
    assert.equal((await post(body)).statusCode, 403)
  await post(late)
  assert.deepEqual([await names(), await contentsInStore()], before)
})

test('a script sends one file and reads what became of it', async () => {
  const body = multipartBody({ csrfToken: await formToken() }, [['empty.txt', '']])
  const sent = await post(body, { accept: 'application/json' })
  assert.deepEqual(sent.json(), {
    files: [{ name: 'empty.txt', isAdded: false, text: 'empty.txt is empty' }],
  })
})

test('nobody puts a file on a case that they may not know of, or without the right', async () => {
  const stored = await contentsInStore()
  const csrfToken = await formToken()
  await stage.rows(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700122`,
  )
  const asRole = (role: string) =>
    stage.rows(
      `update users set role = '${role}' where organisation_id = $1 and user_name = 'sdee'`,
    )
  const body = multipartBody({ csrfToken }, [['x.txt', 'unseen']])
  await asRole('case worker')
  assert.equal((await post(body)).statusCode, 404)
  await asRole('front line')
  assert.equal((await post(body)).statusCode, 403)
  assert.equal(await contentsInStore(), stored)
  await asRole('administrator')
})
