import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { cookiesOf, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: Fixture
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await fixture()
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

type Fields = Readonly<Record<string, string>>

const page = '/cases/700122/complaint'
const shown = async (address: string) => textOf(await web.open(address, cookies))
const fieldsOf = (body: string): Fields =>
  Object.fromEntries(
    everyElement(readTree(body)).flatMap(({ attributes }) =>
      attributes['name'] === undefined ? [] : [[attributes['name'], attributes['value'] ?? '']],
    ),
  )

/** Sends a form and gives what the page says to which it leads. */
const save = async (address: string, fields: Fields): Promise<string> => {
  const sent = await web.send(address, cookies, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  assert.equal(sent.headers.location, page)
  return textOf(await web.open(page, { ...cookies, ...cookiesOf(sent) }))
}

/** Does the case lead to its points and remedies, and to a request for information? */
const leadsOn = async () => {
  const { body } = await web.open('/cases/700122', cookies)
  return ['complaint', 'information'].map((what) => body.includes(`/cases/700122/${what}"`))
}

test('a case that has no points and asks for none leads to no page of them', async () => {
  assert.deepEqual(await leadsOn(), [false, false])
})

test('the page of a case’s points says where there are none', async () => {
  const text = await shown(page)
  assert.match(text, /0 points to answer · 0 open remedies/)
  assert.match(text, /There are no points yet\./)
  assert.match(text, /There are no remedies yet\./)
  assert.match(text, /No lesson has been recorded\./)
  assert.match(text, /Nothing of this complaint has been refused\./)
})

test('a point is added, amended, answered and withdrawn', async () => {
  const added = await save(`${page}/points/new`, { Description: 'The <roof> leaks' })
  assert.match(added, /Success Point added/)
  assert.match(added, /1 point to answer/)
  assert.match(added, /Point 1 .*State Not answered What it is about The <roof> leaks/)
  assert.deepEqual(await leadsOn(), [true, false])
  const amend = await web.open(`${page}/points/1/amend`, cookies)
  assert.equal(fieldsOf(amend.body)['Version'], '1')
  assert.match(textOf(amend), /The <roof> leaks/)
  await save(`${page}/points/1/amend`, { Version: '1', Description: 'A leak', Service: 'Repairs' })
  const answer = { Version: '2', Finding: 'partly upheld', Reasons: 'It was mended late' }
  const answered = await save(`${page}/points/1/answer`, answer)
  assert.match(answered, /State Partly upheld/)
  assert.match(answered, /Answer Partly upheld It was mended late .* by Dee, Sam/)
  assert.match(answered, /0 points to answer/)
  const withdrawn = await save(`${page}/points/1/withdraw`, { Version: '3', Reason: 'All is well' })
  assert.match(withdrawn, /State Withdrawn/)
})

test('what is missing is said beside its field, and what was typed stays', async () => {
  const sent = await web.send(`${page}/points/1/answer`, cookies, {
    Version: '4',
    Evidence: 'Photographs',
  })
  assert.equal(sent.statusCode, 422)
  const text = textOf(sent)
  assert.match(text, /There is a problem Select the finding Enter reasons for the finding/)
  assert.match(text, /Photographs/)
  const ids = everyElement(readTree(sent.body)).map(({ attributes }) => attributes['id'])
  for (const id of ['Finding', 'Reasons', 'Finding-error', 'Reasons-error'])
    assert.ok(ids.includes(id), id)
  assert.equal(fieldsOf(sent.body)['Version'], '4')
})

test('whoever saves on another’s change is shown both, and may save again', async () => {
  await save(`${page}/points/new`, { Description: 'First wording' })
  await save(`${page}/points/2/amend`, { Version: '1', Description: 'Wording of another' })
  const mine = { Version: '1', Description: 'My wording' }
  const sent = await web.send(`${page}/points/2/amend`, cookies, mine)
  assert.equal(sent.statusCode, 422)
  const text = textOf(sent)
  assert.match(text, /Somebody has changed this since you opened it/)
  assert.match(text, /What is stored now Dee, Sam changed it .* Wording of another/)
  assert.match(text, /My wording/)
  assert.equal(fieldsOf(sent.body)['Version'], '2')
  assert.match(
    await save(`${page}/points/2/amend`, { ...mine, Version: '2' }),
    /What it is about My wording/,
  )
})

test('a mistake in a form does not hide that another has changed the thing', async () => {
  await save(`${page}/points/2/amend`, { Version: '3', Description: 'Third' })
  const flawed = { Version: '3', Description: '' }
  const sent = await web.send(`${page}/points/2/amend`, cookies, flawed)
  assert.equal(fieldsOf(sent.body)['Version'], '3')
})

test('a remedy is added, amended, done with its cost, and reopened', async () => {
  const remedy = {
    What: 'payment',
    Description: 'For the carpet',
    Point: '1',
    UserName: 'sdee',
    DueOn: '1/3/2026',
    Cost: '£1,180.25',
  }
  const added = await save(`${page}/remedies/new`, remedy)
  assert.match(added, /1 open remedy, 1 late/)
  assert.match(
    added,
    /1\. Payment, for point 1 For the carpet 1 March 2026 Late Dee, Sam £1,180\.25 expected Open/,
  )
  const amend = fieldsOf((await web.open(`${page}/remedies/1/amend`, cookies)).body)
  assert.deepEqual([amend['DueOn'], amend['Cost']], ['01/03/2026', '1180.25'])
  await save(`${page}/remedies/1/amend`, { ...remedy, DueOn: '20/3/2026', Version: '1' })
  const open = fieldsOf((await web.open(`${page}/remedies/1/done`, cookies)).body)
  assert.deepEqual([open['DoneOn'], open['Cost'], open['Version']], ['14/03/2026', '1180.25', '2'])
  const ahead = { ...open, Evidence: 'Receipt', DoneOn: '15/3/2026' }
  const early = await web.send(`${page}/remedies/1/done`, cookies, ahead)
  assert.equal(early.statusCode, 422)
  assert.match(textOf(early), /Done on .* Error: Enter a date that is today or in the past/)
  const done = { ...open, Evidence: 'Receipt' }
  assert.match(await save(`${page}/remedies/1/done`, done), /£1,180\.25 Done 14 March 2026/)
  assert.match(await save(`${page}/remedies/1/reopen`, {}), /Success Remedy reopened/)
  const drop = { Version: '4', Reason: 'They moved' }
  assert.match(await save(`${page}/remedies/1/drop`, drop), /Not needed They moved/)
})

test('of a remedy that nobody sees to the page says so at the field', async () => {
  const remedy = { What: 'apology', Description: 'Say sorry', DueOn: 'soon', Cost: 'much' }
  const sent = await web.send(`${page}/remedies/new`, cookies, remedy)
  assert.match(textOf(sent), /The date by which it is to be done must be a real date/)
  assert.match(textOf(sent), /The expected cost must be an amount of money/)
  const nobody = { ...remedy, DueOn: '1/4/2026', Cost: '' }
  const again = await web.send(`${page}/remedies/new`, cookies, nobody)
  assert.match(textOf(again), /Error: Select a person or a team/)
})

test('lessons are recorded, and why something is not taken on', async () => {
  const lesson = { Learnt: 'Ring first', TeamCode: 'CUSTREL', Published: 'true' }
  const learnt = await save(`${page}/lessons/new`, lesson)
  assert.match(learnt, /Lesson 1 .*May be published .*Ring first .*Customer relations/)
  const exclusion = { Point: '2', Reason: 'Too old', Explanation: 'Of 2019', ToldOn: '13/3/2026' }
  const refused = await save(`${page}/exclusions/new`, exclusion)
  assert.match(refused, /Point 2: Too old State Ombudsman’s details not given/)
  assert.match(refused, /Point 2 .*?State Not taken on/)
})

test('what is not there is no page', async () => {
  for (const address of [
    '/cases/700199/complaint',
    `${page}/points/99/answer`,
    `${page}/points/x/amend`,
    `${page}/remedies/99/done`,
    '/remedies/after/nowhere',
  ])
    assert.equal((await web.open(address, cookies)).statusCode, 404, address)
})

test('the open remedies of all cases are listed, late ones first, each with its case', async () => {
  assert.match(await shown('/remedies'), /No remedy is open\./)
  assert.ok((await web.open('/', cookies)).body.includes('href="/remedies"'))
  for (const DueOn of ['20/3/2026', '1/3/2026']) {
    const remedy = { What: 'apology', Description: 'Say sorry', TeamCode: 'CUSTREL', DueOn }
    await save(`${page}/remedies/new`, remedy)
  }
  const text = await shown('/remedies')
  assert.match(text, /1 March 2026 Late Case 700122 Apology Say sorry Customer relations None 20/)
  assert.doesNotMatch(text, /Next page/)
})

test('somebody who may only look is shown no way to change anything', async () => {
  const be = (role: string) =>
    stage.test.sql(`update users set role = $2 where organisation_id = $1`, [
      stage.organisationId,
      role,
    ])
  await be('front line')
  const body = (await web.open(page, cookies)).body
  const statuses = await Promise.all(
    [`${page}/points/new`, `${page}/points/1/answer`, '/remedies'].map(
      async (address) => (await web.open(address, cookies)).statusCode,
    ),
  )
  const sent = await web.send(`${page}/points/new`, cookies, { Description: 'x' })
  const home = (await web.open('/', cookies)).body
  await be('administrator')
  assert.doesNotMatch(body, /\/complaint[^"]*\/(new|amend|answer|withdraw|reopen|done|drop)"/)
  assert.deepEqual([...statuses, sent.statusCode], [403, 403, 403, 403])
  assert.ok(!home.includes('href="/remedies"'))
})
