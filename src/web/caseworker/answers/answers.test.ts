import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addChains } from '#test/clearance-stage.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { cookiesOf, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: Fixture
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await fixture()
  await addChains(stage)
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

type Fields = Readonly<Record<string, string>>

const page = '/cases/700122/answers'
const sql = (text: string, ...values: readonly unknown[]) =>
  stage.test.sql(text, [stage.organisationId, ...values])
const shown = async (address: string) => textOf(await web.open(address, cookies))
const hiddenIn = async (address: string): Promise<Fields> => {
  const { body } = await web.open(address, cookies)
  return Object.fromEntries(
    everyElement(readTree(body)).flatMap(({ attributes }) =>
      attributes['type'] === 'hidden' && attributes['name'] !== 'csrfToken'
        ? [[attributes['name'] ?? '', attributes['value'] ?? '']]
        : [],
    ),
  )
}

/** Sends a form with its hidden fields, and gives what the page says to which it leads. */
const save = async (address: string, fields: Fields): Promise<string> => {
  const sent = await web.send(address, cookies, { ...(await hiddenIn(address)), ...fields })
  assert.equal(sent.statusCode, 303, textOf(sent))
  assert.equal(sent.headers.location, page)
  return textOf(await web.open(page, { ...cookies, ...cookiesOf(sent) }))
}
const joinTeam = (team: string) =>
  sql(
    `update users set team_id = (select team_id from teams where organisation_id = $1 and code = $2)
     where organisation_id = $1`,
    team,
  )
/** As if another had written the answer. */
const writtenByAnother = () =>
  sql(`update answer_versions set author_id = null where organisation_id = $1`)

test('a case leads to its answers; one is drafted and changed', async () => {
  assert.ok((await web.open('/cases/700122', cookies)).body.includes(`href="${page}"`))
  assert.match(await shown(page), /No answer has been drafted yet\./)
  const drafted = await save(`${page}/new`, { Title: 'Reply', Body: 'Dear <Ann>' })
  assert.match(drafted, /Success Answer saved/)
  assert.match(drafted, /Answer 1: Reply .*State Draft The answer Dear <Ann>/)
  const changed = await save(`${page}/1/amend`, { Title: 'Reply', Body: 'Dear Miss Bell' })
  assert.match(changed, /Version 2, .* by Dee, Sam .*Earlier versions Version 1, .* Dear <Ann>/)
})

test('whoever wrote an answer is told why they cannot clear it', async () => {
  await joinTeam('LEGAL')
  assert.match(await shown(`${page}/1/clearance`), /Legal and press Legal, then Press office/)
  const asked = await save(`${page}/1/clearance`, { Chain: 'full' })
  assert.match(asked, /Being cleared/)
  assert.match(asked, /Waits for Legal \(Legal services\) You wrote it/)
  assert.doesNotMatch((await web.open(page, cookies)).body, /answers\/1\/clear"/)
  for (const what of ['clear', 'return']) {
    const barred = await web.open(`${page}/1/${what}`, cookies)
    assert.match(textOf(barred), /Legal, by Legal services\. .*somebody else must clear it/)
    assert.doesNotMatch(barred.body, /name="Remarks"/)
  }
  const own = { ...(await hiddenIn(`${page}/1/amend`)) }
  await joinTeam('PRESS')
  assert.match(await shown(`${page}/1/clear`), /Only members of Legal services/)
  await joinTeam('LEGAL')
  const sent = await web.send(`${page}/1/clear`, cookies, { ...own, Version: '2', Step: 'legal' })
  assert.equal(sent.statusCode, 422)
  assert.match(textOf(sent), /somebody else must clear it/)
})

test('an answer is cleared step by step, returned with remarks, and withdrawn', async () => {
  await writtenByAnother()
  assert.match(await shown('/'), /Answers to clear .*Reply/)
  assert.match(await shown('/answers-to-clear'), /Answer 1: Reply, case 700122 .*Legal services/)
  const cleared = await save(`${page}/1/clear`, { Remarks: 'Sound' })
  assert.match(cleared, /Legal: cleared .* by Dee, Sam: Sound Press office: now/)
  await joinTeam('PRESS')
  const without = await web.send(`${page}/1/return`, cookies, await hiddenIn(`${page}/1/return`))
  assert.match(textOf(without), /There is a problem Enter what must be changed/)
  const returned = await save(`${page}/1/return`, { Remarks: 'Too long' })
  assert.match(returned, /State Returned/)
  assert.match(returned, /Press office: returned .* by Dee, Sam: Too long/)
  assert.match(
    await shown('/cases/700122/timeline'),
    /returned with remarks in the step “Press office”.* Answer 1 cleared in the step “Legal”/,
  )
  await save(`${page}/1/clearance`, { Chain: 'short' })
  assert.match(await shown('/answers-to-clear'), /No answer waits for you/)
  assert.doesNotMatch(await shown(page), /Withdraw from clearance/)
  await sql(
    `update cases c set assigned_user_id = u.user_id from users u
     where c.organisation_id = $1 and u.organisation_id = $1 and u.user_name = 'sdee'`,
  )
  assert.match(await shown(page), /Withdraw from clearance/)
  const withdrawn = await save(`${page}/1/withdraw`, { Reason: 'A paper turned up' })
  assert.match(withdrawn, /: not taken Withdrawn by Dee, Sam: A paper turned up/)
  assert.match(await save(`${page}/1/drop`, { Reason: 'Settled' }), /State Dropped/)
})

test('whoever opened a step before it was taken is told so, and shown where it is', async () => {
  await save(`${page}/new`, { Title: 'Second', Body: 'Dear Miss Bell' })
  await writtenByAnother()
  await joinTeam('LEGAL')
  await save(`${page}/2/clearance`, { Chain: 'full' })
  const seen = await hiddenIn(`${page}/2/clear`)
  await save(`${page}/2/clear`, {})
  const late = await web.send(`${page}/2/clear`, cookies, seen)
  assert.equal(late.statusCode, 422)
  assert.match(textOf(late), /has moved on since you opened it/)
  assert.match(textOf(late), /Press office, by Press office/)
})

test('what is not there is no page, and who may only look is shown no way to change anything', async () => {
  for (const address of ['/cases/700199/answers', `${page}/9/amend`, `${page}/x/clear`])
    assert.equal((await web.open(address, cookies)).statusCode, 404, address)
  await sql(`update users set role = 'auditor' where organisation_id = $1`)
  const { body } = await web.open(page, cookies)
  const { statusCode } = await web.open(`${page}/new`, cookies)
  await sql(`update users set role = 'administrator' where organisation_id = $1`)
  assert.doesNotMatch(body, /\/(new|amend|clear|return|drop|clearance)"/)
  assert.equal(statusCode, 403)
})
