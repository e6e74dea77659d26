import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await caseStage()
  web = await webStage(stage)
  cookies = await web.signIn()
  const respond = { code: 'respond', name: 'Answer', rule: 'FOI_RESPONSE', from: 'received' }
  const outcomes = [{ code: 'answered', leadsTo: 'closure' }]
  const stages = [{ code: 'answer', name: 'Answering', deadlines: [respond], outcomes }]
  await stage.publish({ name: 'Request', procedure: { stages } })
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const open = async () => {
  const { caseId } = await stage.create({ Type: 'Request', RequestDate: '2026-03-05T18:00:00' })
  return `/cases/${caseId}`
}
const send = (url: string, fields: Readonly<Record<string, string>>) =>
  web.send(url, cookies, fields)
const page = async (url: string) => textOf(await web.open(url, cookies))
const valueOf = (body: string, name: string) =>
  everyElement(readTree(body)).find(({ attributes }) => attributes['name'] === name)?.attributes[
    'value'
  ]

test('only what the rules of the case know can be recorded, and the page says what came of it', async () => {
  const address = await open()
  const form = await page(`${address}/clock/events/new`)
  assert.match(
    form,
    /Clarification asked for Clarification received Fees notice given Fee received/,
  )
  assert.doesNotMatch(form, /Identity|School|Last day/)
  const fields = { Event: 'clarification_requested', Date: '9/3/2026', Reason: 'Which depot?' }
  const sent = await send(`${address}/clock/events/new`, fields)
  assert.deepEqual([sent.statusCode, sent.headers.location], [303, `${address}#deadlines`])
  const shown = await page(address)
  assert.match(shown, /Clock stopped Clarification outstanding since 9 March 2026/)
  assert.match(
    shown,
    /Clarification asked for, 9 March 2026 Dee, Sam, 14 March 2026 at 9:30am Which depot\? Withdraw/,
  )
})

test('what a rule forbids stands at its field, and what was typed is kept', async () => {
  const address = await open()
  const fields = { Event: 'fee_received', Date: '10/3/2026', Reason: 'By post' }
  const refused = await send(`${address}/clock/events/new`, fields)
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /There is a problem/)
  assert.equal(valueOf(refused.body, 'Date'), '10/3/2026')
  assert.match(refused.body, /By post/)
  const early = await send(`${address}/clock/events/new`, {
    ...fields,
    Event: 'clarification_requested',
    Date: '4/3/2026',
  })
  assert.match(textOf(early), /Date must not be before receipt, 5 March 2026/)
  const empty = await send(`${address}/clock/events/new`, {})
  assert.match(textOf(empty), /There is a problem Select what happened Enter date/)
})

test('an event is withdrawn with a reason, and stays in the history', async () => {
  const address = await open()
  await send(`${address}/clock/events/new`, { Event: 'fees_notice_given', Date: '6/3/2026' })
  const link = everyElement(readTree((await web.open(address, cookies)).body))
    .map(({ attributes }) => attributes['href'] ?? '')
    .find((href) => href.endsWith('/withdraw'))
  assert.ok(link)
  assert.match(await page(link), /Fees notice given, 6 March 2026/)
  assert.equal((await send(link, {})).statusCode, 422)
  assert.equal((await send(link, { Reason: 'On the wrong case' })).statusCode, 303)
  const shown = await page(address)
  assert.match(shown, /Answer Due 7 April 2026/)
  assert.match(
    shown,
    /Withdrawn Fees notice given, 6 March 2026 .* Withdrawn by Dee, Sam on 14 March 2026 at 9:30am: On the wrong case/,
  )
  assert.equal((await web.open(`${address}/clock/events/9999/withdraw`, cookies)).statusCode, 404)
})

test('the receipt is corrected, and a time that clocks showed twice or skipped is asked back', async () => {
  const address = await open()
  const form = await web.open(`${address}/clock/receipt`, cookies)
  assert.equal(valueOf(form.body, 'Received'), '5/3/2026')
  assert.equal(valueOf(form.body, 'ReceivedTime'), '18:00')
  const same = { Received: '5/3/2026', ReceivedTime: '18:00', Channel: '', Reason: 'Looked again' }
  const unchanged = await send(`${address}/clock/receipt`, same)
  assert.equal(unchanged.statusCode, 422)
  assert.match(unchanged.body, /id="[^"]*received[^"]*-error"[^]{0,200}Nothing was changed/i)
  const twice = { Received: '26/10/2025', ReceivedTime: '1:30am', Reason: 'Came by night' }
  const asked = await send(`${address}/clock/receipt`, twice)
  assert.equal(asked.statusCode, 422)
  assert.match(
    textOf(asked),
    /1:30am came twice on 26 October 2025, as the clocks went back: select which is meant .*British Summer Time The first 1:30am of that night/,
  )
  assert.equal(valueOf(asked.body, 'ReceivedTime'), '1:30am')
  const skipped = { ...twice, Received: '30/3/2025' }
  assert.match(
    textOf(await send(`${address}/clock/receipt`, skipped)),
    /There was no 1:30am on 30 March 2025/,
  )
  const noTime = { ...twice, ReceivedTime: 'at night' }
  assert.match(
    textOf(await send(`${address}/clock/receipt`, noTime)),
    /Time must be a time, such as 17:30 or 5:30pm/,
  )
  const told = await send(`${address}/clock/receipt`, { ...twice, ReceivedClock: 'GMT' })
  assert.equal(told.statusCode, 303)
  const [row] = await stage.rows(
    'select received_at as at from cases where organisation_id = $1 and case_id = $2',
    Number(address.split('/')[2]),
  )
  assert.deepEqual(row, { at: new Date('2025-10-26T01:30:00Z') })
  assert.match(
    await page(address),
    /Receipt corrected from 5 March 2026 to 26 October 2025 Dee, Sam, 14 March 2026 at 9:30am Came by night/,
  )
})

test('a date is set by hand with a reason, beside that of its rule, and given up again', async () => {
  const address = await open()
  const why = await web.open(`${address}/deadlines/respond`, cookies)
  const links = everyElement(readTree(why.body)).map(({ attributes }) => attributes['href'] ?? '')
  const set = links.find((href) => href.endsWith('/set'))
  assert.ok(set)
  assert.ok(!links.some((href) => href.endsWith('/lift')))
  assert.match(await page(set), /Answer: due 7 April 2026/)
  const refused = await send(set, { Due: '31/2/2026' })
  assert.equal(refused.statusCode, 422)
  assert.equal(valueOf(refused.body, 'Due'), '31/2/2026')
  assert.equal((await send(set, { Due: '20/4/2026', Reason: 'Agreed' })).statusCode, 303)
  const shown = await page(address)
  assert.match(shown, /Due 20 April 2026, .*\(set by hand\)/)
  assert.match(shown, /Date of “Answer” set by hand from 7 April 2026 to 20 April 2026/)
  const lift = set.replace(/set$/, 'lift')
  assert.match(await page(`${address}/deadlines/respond`), /Let the rule’s date hold again/)
  assert.equal((await send(lift, { Reason: 'Agreed in error' })).statusCode, 303)
  assert.match(await page(address), /Answer Due 7 April 2026/)
  assert.match(await page(address), /left to its rule again from 20 April 2026 to 7 April 2026/)
  assert.equal((await web.open(`${address}/deadlines/nothing/set`, cookies)).statusCode, 404)
})

test('a date that moved with the calendar is told with what it was, and why', async () => {
  const address = await open()
  await stage.test.sql(
    `with r as (
       insert into recomputations (organisation_id, reason, requested_by, requested_at)
       values ($1, '1 day is new', 'Fennimore, Noor', now())
       returning organisation_id, recomputation_id
     )
     insert into deadline_moves (organisation_id, recomputation_id, case_id, track, stage, code,
       due_before, due_after, moved_at)
     select organisation_id, recomputation_id, $2, 'main', 'answer', 'respond', '2026-04-01',
       '2026-04-07', '2026-03-14T09:00Z'
     from r`,
    [stage.organisationId, Number(address.split('/').at(-1))],
  )
  assert.match(
    await page(address),
    /“Answer” counted anew from 1 April 2026 to 7 April 2026 Fennimore, Noor, 14 March 2026 at 9:00am 1 day is new/,
  )
})

test('a case shows each deadline in words, and the way to why it is due then', async () => {
  const { caseId } = await stage.create({ Type: 'Request', RequestDate: '2026-03-07' })
  const text = await page(`/cases/${caseId}`)
  assert.match(text, /Deadlines Answer Due 8 April 2026, 15 working days left Why this date\?/)
  const why = await page(`/cases/${caseId}/deadlines/respond`)
  assert.match(why, /Why this date\? Answer, Answering Due 8 April 2026/)
  assert.match(why, /Saturdays and Sundays; St Patrick's Day \(Northern Ireland\), 17 March 2026/)
  assert.match(why, /Rule “Answer to a freedom of information request”, version 2005/)
  assert.match(why, /Monday 16 March 2026 Day \d+ Tuesday 17 March 2026 Left out: St Patrick's Day/)
  assert.match(why, /Wednesday 8 April 2026 Day 20/)
})

test('a deadline that the case does not have has no page', async () => {
  const reply = await web.open('/cases/700124/deadlines/respond', cookies)
  assert.equal(reply.statusCode, 404)
  const text = await page('/cases/700124')
  assert.match(text, /There are no deadlines on this case\./)
})
