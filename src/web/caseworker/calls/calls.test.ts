import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setAlert } from '#domain/customer-records/index.ts'
import { saveCustomer } from '#domain/customers/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { multipartBody, multipartHeaders, type SentFiles } from '#test/multipart.ts'
import { markedTokenIn, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
let person: string
before(async () => {
  stage = await caseStage()
  web = await webStage(stage)
  cookies = await web.signIn()
  const caller = { FirstName: 'Ife', Surname: 'Okafor', Phone: '0113 222 0001' }
  person = ((await stage.perform(saveCustomer, caller)) as { person: string }).person
  const alert = { Alert: 'Visit in pairs', Reason: 'A dog', ReviewOn: '2027-03-01' }
  await stage.perform(setAlert, { Person: person, ...alert })
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const shown = async (path: string) => textOf(await web.open(path, cookies))
const send = (fields: Readonly<Record<string, string>>, path = '/calls/new') =>
  web.send(path, cookies, fields)

test('a call of somebody known is recorded: found, alerts seen, the form filled in, the reference read out', async () => {
  assert.doesNotMatch(await shown('/calls/new?Text=Okafor'), /Choose the caller|Nobody was found/)
  const { body } = await send({ Text: '0113 2220001' }, '/calls/caller')
  assert.match(body, new RegExp(`href="/calls/new\\?Person=${person}"`))
  const what = await shown(`/calls/new?Person=${person}`)
  assert.match(what, /Ife Okafor .* Visit in pairs\. A dog No open case .* What is the call about/)
  const form = `/calls/new?Person=${person}&CaseType=Complaint`
  assert.match(await shown(form), /Complaint Ife Okafor .* What happened \(optional\)/)
  const call = { Person: person, CaseType: 'Complaint', RequestMethod: 'Web', Details: 'The lift' }
  const sent = await send(call)
  assert.equal(sent.headers.location, '/calls/700125/recorded')
  assert.match(await shown('/calls/700125/recorded'), /The reference to read out 700125/)
  assert.match(
    await shown('/cases/700125/details'),
    /Case 700125: Complaint, Ife Okafor .* What happened The lift/,
  )
  assert.match(await shown(`/calls/new?Person=${person}`), /Open cases Case 700125/)
})

test('a form that is sent twice opens one case', async () => {
  const form = `/calls/new?Person=${person}&CaseType=Complaint`
  const csrfToken = markedTokenIn(await web.open(form, cookies))
  const call = { csrfToken, Person: person, CaseType: 'Complaint', Details: 'Twice' }
  const first = await send(call)
  assert.equal(first.statusCode, 303)
  assert.equal((await send(call)).headers.location, first.headers.location)
})

test('somebody who is not on record is added with the case', async () => {
  assert.match(await shown('/calls/new?New=yes&CaseType=Complaint'), /Who is calling Given name/)
  const sent = await send({
    New: 'yes',
    CaseType: 'Complaint',
    Details: 'Noise',
    'Customer.Surname': 'Adeyemi',
  })
  assert.equal(sent.statusCode, 303)
  const number = String(sent.headers.location).split('/')[2]
  assert.match(await shown(`/cases/${number}`), /: Complaint, Adeyemi/)
})

test('somebody with a reference is recognised by it and not changed', async () => {
  const [row] = await stage.test.sql(
    `update customers set reference = 'P-77' where organisation_id = $1 and customer_id = $2
     returning updated_at`,
    [stage.organisationId, person],
  )
  const call = { Person: person, CaseType: 'Complaint', 'Customer.Surname': 'Other' }
  assert.equal((await send(call)).statusCode, 303)
  assert.deepEqual(
    await stage.test.sql(
      `select surname, updated_at from customers where organisation_id = $1 and reference = 'P-77'`,
      [stage.organisationId],
    ),
    [{ surname: 'Okafor', updated_at: row?.['updated_at'] }],
  )
})

test('what does not fit is said at its field, what was typed is kept, and no case is opened', async () => {
  const sent = await send({
    New: 'yes',
    CaseType: 'Complaint',
    Details: 'Kept <text>',
    RequestMethod: 'Semaphore',
  })
  assert.equal(sent.statusCode, 422)
  assert.match(textOf(sent), /There is a problem RequestMethod must be .* Kept <text>/)
})

test('the form asks as the form of a case does: with its hints, dates day first, faults in its words', async () => {
  await stage.publish({
    name: 'Lamp',
    fields: [
      {
        id: 'Where',
        label: 'Where is it',
        hint: 'The number <on it>',
        kind: 'text',
        isRequired: true,
      },
      { id: 'Since', label: 'Since when', kind: 'date' },
      { id: 'At', label: 'Seen at', kind: 'date-time' },
      { id: 'Lit', label: 'Is it lit', kind: 'flag' },
      { id: 'Later', label: 'Lit when', kind: 'date', when: { field: 'Lit', equals: 'Yes' } },
    ],
  })
  const form = await shown('/calls/new?New=yes&CaseType=Lamp')
  assert.match(form, /Where is it The number <on it> .*Seen at \(optional\) .* 21\/5\/2026 14:30/)
  const call = { New: 'yes', CaseType: 'Lamp', Lit: 'No', Later: 'hidden' }
  const bad = await send({ ...call, Since: '31/2/2026', At: 'noon' })
  assert.equal(bad.statusCode, 422)
  assert.match(
    textOf(bad),
    /There is a problem Enter where is it “Since when” must be a real date, such as 21\/5\/2026 “Seen at” must be a date and time, such as 21\/5\/2026 14:30 Record/,
  )
  const good = await send({ ...call, Where: 'L7', Since: '3 March 2026', At: '4/3/2026 9:05' })
  const number = Number(String(good.headers.location).split('/')[2])
  assert.deepEqual((await stage.theCase(number))['attributes'], {
    Where: 'L7',
    Since: '2026-03-03',
    At: '2026-03-04T09:05:00',
    Lit: 'No',
  })
})

test('a draft is kept, gone on with, replaced and thrown away; recording throws it away too', async () => {
  const draft = { Person: person, CaseType: 'Complaint', Details: 'Half a' }
  await send(draft, '/calls/drafts')
  const { body } = await web.open('/calls/new', cookies)
  const [, number = ''] = /\/calls\/new\?Draft=(\d+)/.exec(body) ?? []
  assert.match(await shown(`/calls/new?Draft=${number}`), /Complaint Ife Okafor .* Half a/)
  await send({ ...draft, Draft: number, Details: 'Whole' }, '/calls/drafts')
  assert.match(await shown(`/calls/new?Draft=${number}`), /Whole/)
  assert.equal((await send({ ...draft, Draft: number })).statusCode, 303)
  assert.equal((await web.open(`/calls/new?Draft=${number}`, cookies)).statusCode, 404)
  await send({ CaseType: 'Complaint' }, '/calls/drafts')
  const [, other = ''] =
    /\/calls\/new\?Draft=(\d+)/.exec((await web.open('/calls/new', cookies)).body) ?? []
  assert.equal((await send({}, `/calls/drafts/${other}/drop`)).statusCode, 303)
  assert.doesNotMatch(await shown('/calls/new'), /Your drafts/)
})

const attachTo = async (page: string, files: SentFiles) => {
  const csrfToken = markedTokenIn(await web.open(page, cookies))
  const headers = { ...multipartHeaders, accept: 'text/html' }
  const payload = multipartBody({ csrfToken, SelfServiceAccess: 'true' }, files)
  return web.app.inject({ method: 'POST', url: page, cookies: { ...cookies }, headers, payload })
}
const attached = () =>
  stage.test.sql(`select name from call_draft_files where organisation_id = $1 order by file_id`, [
    stage.organisationId,
  ])

test('documents are attached while recording, kept with the draft, and filed with the case', async () => {
  const form = `/calls/new?Person=${person}&CaseType=Complaint`
  const csrfToken = markedTokenIn(await web.open(form, cookies))
  const call = { csrfToken, Person: person, CaseType: 'Complaint', Details: 'With papers' }
  const page = String((await send(call, '/calls/attach')).headers.location)
  assert.equal((await send(call, '/calls/attach')).headers.location, page, 'kept once')
  const [, draft = ''] = /^\/calls\/drafts\/(\d+)\/documents$/.exec(page) ?? []
  const sent = await attachTo(page, [
    ['Plan ü.pdf', '%PDF-1.7 plan'],
    ['Wrong.txt', 'wrong'],
    ['empty.txt', ''],
  ])
  assert.equal(sent.statusCode, 422)
  assert.match(textOf(sent), /empty\.txt is empty .*Plan ü\.pdf Wrong\.txt .*Attached already/)
  const [, wrong = ''] = /Wrong\.txt, 1 KB.*?action="([^"]+\/remove)"/s.exec(sent.body) ?? []
  assert.equal((await send({}, wrong)).statusCode, 303)
  const back = await attachTo(page, [['Photo.png', 'no picture']])
  assert.equal(back.headers.location, `/calls/new?Draft=${draft}`)
  const again = await shown(`/calls/new?Draft=${draft}`)
  assert.match(again, /With papers .* Attached Plan ü\.pdf, 1 KB Photo\.png, 1 KB/)
  assert.match(await shown('/calls/new'), /Complaint for Ife Okafor, with 2 documents, kept on/)
  const { csrfToken: _, ...typed } = call
  const recorded = await send({ ...typed, Draft: draft })
  const number = String(recorded.headers.location).split('/')[2] ?? ''
  assert.deepEqual(await attached(), [])
  assert.deepEqual(
    await stage.test.sql(
      `select name, media_type as type, is_self_service as "isReleased", author, state
       from documents where organisation_id = $1 and case_id = $2 order by document_id`,
      [stage.organisationId, number],
    ),
    [
      ['Plan ü.pdf', 'application/pdf'],
      ['Photo.png', 'text/plain'],
    ].map(([name, type]) => ({
      name,
      type,
      isReleased: true,
      author: 'Dee, Sam',
      state: 'stored',
    })),
  )
  assert.match(await shown(`/cases/${number}/timeline`), /Document added: Plan ü\.pdf/)
  assert.equal((await web.open(page, cookies)).statusCode, 404)
})

test('a draft that is thrown away takes what is attached with it', async () => {
  const page = String((await send({ CaseType: 'Complaint' }, '/calls/attach')).headers.location)
  await attachTo(page, [['a.txt', 'a']])
  assert.equal((await attached()).length, 1)
  assert.equal((await send({}, page.replace('documents', 'drop'))).statusCode, 303)
  assert.deepEqual(await attached(), [])
})

test('nobody attaches to the draft of somebody else, or takes anything off it', async () => {
  const page = String((await send({ CaseType: 'Complaint' }, '/calls/attach')).headers.location)
  await attachTo(page, [['mine.txt', 'mine']])
  const csrfToken = markedTokenIn(await web.open(page, cookies))
  await stage.test.sql(`update call_drafts set user_id = user_id + 1 where organisation_id = $1`, [
    stage.organisationId,
  ])
  const headers = { ...multipartHeaders }
  const payload = multipartBody({ csrfToken }, [['theirs.txt', 'theirs']])
  const sent = { method: 'POST', url: page, cookies: { ...cookies }, headers, payload } as const
  assert.equal((await web.app.inject(sent)).statusCode, 404)
  assert.equal((await web.open(page, cookies)).statusCode, 404)
  assert.deepEqual(await attached(), [{ name: 'mine.txt' }])
})

test('a form that is not ours records nothing', async () => {
  assert.equal((await send({ csrfToken: 'x', CaseType: 'Complaint' })).statusCode, 403)
  assert.equal((await send({ csrfToken: 'x' }, '/calls/drafts')).statusCode, 403)
})
