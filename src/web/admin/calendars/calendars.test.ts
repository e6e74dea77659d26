import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { changeCalendar } from '#domain/calendar-changes/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { cookiesOf, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await caseStage()
  web = await webStage(stage)
  cookies = await web.signIn()
  await stage.publish({ name: 'Licence', target: { days: 10, unit: 'working' } })
  await stage.create({ Type: 'Licence', RequestDate: '2026-03-09' })
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const feedOf = (date: string) =>
  JSON.stringify({
    'england-and-wales': { division: 'england-and-wales', events: [{ date, title: 'A new day' }] },
  })
const recomputations = () =>
  stage.rows(
    `select reason, requested_by as by from recomputations where organisation_id = $1 order by 1`,
  )

test('bank holidays are pasted, what moves is shown, and only what is agreed is stored', async () => {
  const address = '/admin/calendars/import'
  assert.match(
    textOf(await web.open('/admin/calendars', cookies)),
    /No day has been added, closed or retired/,
  )
  const faulty = await web.send(address, cookies, { Feed: '<html>' })
  assert.match(textOf(faulty), /There is a problem.*This is not a JSON object/)
  const asked = await web.send(address, cookies, { Feed: feedOf('2026-03-16') })
  assert.match(
    textOf(asked),
    /Check what moves.*1 day is new.*16 March 2026: A new day \(bank holiday, England and Wales\).*1 deadline of 1 open case.*23 March 2026 ?24 March 2026/,
  )
  assert.match(textOf(asked), /Known, and not in the file They stay\..*3 April 2026: Good Friday/)
  assert.doesNotMatch(textOf(asked), /There is a problem/)
  assert.deepEqual(await recomputations(), [])
  const sent = { Feed: feedOf('2026-03-16'), Agreed: 'true' }
  const done = await web.send(address, cookies, sent)
  assert.equal(done.statusCode, 303, textOf(done))
  const list = textOf(await web.open('/admin/calendars', { ...cookies, ...cookiesOf(done) }))
  assert.match(list, /1 day is new\. Open cases are being counted anew/)
  assert.match(list, /16 March 2026 ?England and Wales ?Bank holiday ?A new day ?GOV\.UK feed, by/)
  const again = await web.send(address, cookies, sent)
  assert.match(textOf(again), /There is a problem.*Every day in it is known already/)
  assert.deepEqual(await recomputations(), [{ reason: '1 day is new', by: 'Dee, Sam' }])
  const logged = await stage.rows(
    `select subject, after from configuration_changes
     where organisation_id = $1 and kind = 'calendar'`,
  )
  assert.deepEqual(logged, [
    { subject: 'bank holiday', after: { days: ['england-and-wales 2026-03-16 A new day'] } },
  ])
})

test('days are closed, and a day is retired with a reason; all days of a year are shown', async () => {
  const closing = { From: '19/3/2026', To: '22/3/2026', Kind: 'local', Name: 'Moving house' }
  const asked = await web.send('/admin/calendars/close', cookies, closing)
  assert.match(textOf(asked), /2 weekdays are newly closed, of 4 days/)
  const empty = await web.send('/admin/calendars/close', cookies, { To: '1/3/2026' })
  assert.match(textOf(empty), /Enter the first day.*Select who is closed.*Enter what it is called/)
  const turned = { ...closing, To: '18/3/2026' }
  const refused = await web.send('/admin/calendars/close', cookies, turned)
  assert.match(textOf(refused), /Enter a last day that is not before the first/)
  const done = await web.send('/admin/calendars/close', cookies, { ...closing, Agreed: 'true' })
  assert.equal(done.statusCode, 303, textOf(done))
  const retire = '/admin/calendars/retire/scotland/2026-11-30'
  assert.match(textOf(await web.open(retire, cookies)), /Retire 30 November 2026.*is retired/)
  assert.match(textOf(await web.send(retire, cookies, {})), /Enter why/)
  assert.equal((await web.send(retire, cookies, { Reason: 'Withdrawn' })).statusCode, 303)
  const twice = await web.send(retire, cookies, { Reason: 'Withdrawn twice' })
  assert.match(textOf(twice), /That calendar does not have it/)
  const year = textOf(await web.open('/admin/calendars?Year=2026', cookies))
  assert.match(
    year,
    /25 December 2026 ?Scotland ?Bank holiday ?Christmas Day ?Comes with Casewright/,
  )
  assert.match(year, /30 November 2026 ?Scotland ?.*Retired by Dee, Sam: Withdrawn/)
  for (const nothing of ['scotland/2026-11-30', 'scotland/2026-11-31', 'mars/2026-12-25'])
    assert.equal((await web.open(`/admin/calendars/retire/${nothing}`, cookies)).statusCode, 404)
})

test('the days on which the House sits are pasted, and one is taken back', async () => {
  const send = (Feed: string, more = {}) =>
    web.send('/admin/calendars/import', cookies, { Feed, ...more })
  const first = 'House of Commons\n12/1/2026..15/1/2026'
  assert.equal((await send(first, { Agreed: 'true' })).statusCode, 303)
  const more = 'House of Commons\n12/1/2026\n26/1/2026..28/1/2026'
  assert.match(
    textOf(await send(more)),
    /3 days are new.*26 January 2026: House of Commons sits.*Known, and not in the file.*13 January 2026.*Days without a sitting.*House of Commons: 16 January 2026 to 25 January 2026/,
  )
  const retire = '/admin/calendars/retire/house-of-commons/2026-01-13'
  assert.equal((await web.send(retire, cookies, { Reason: 'Recess' })).statusCode, 303)
  const year = textOf(await web.open('/admin/calendars?Year=2026', cookies))
  assert.match(year, /12 January 2026 ?House of Commons ?Sitting day ?.* ?File of sitting days, by/)
  assert.match(year, /13 January 2026 ?House of Commons ?.*Retired by Dee, Sam: Recess/)
})

test('the same days brought in twice at once are stored once, and counted anew once', async () => {
  const held = (await recomputations()).length
  const sent = { Change: 'import', Feed: feedOf('2031-05-09'), Agreed: 'true' }
  const both = await Promise.allSettled([
    stage.perform(changeCalendar, sent),
    stage.perform(changeCalendar, sent),
  ])
  const refusals = both.filter((each) => each.status === 'rejected')
  assert.equal(refusals.length, 1)
  assert.ok(refusals[0]?.reason instanceof Refusal)
  assert.equal((await recomputations()).length, held + 1)
})
