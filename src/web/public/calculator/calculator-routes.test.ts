import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inWords } from '#domain/calendar/index.ts'
import { readVectors } from '#domain/deadlines/index.ts'
import { insertCalendarDays } from '#domain/holidays/index.ts'
import { calculatorFields } from '#test/calculator-fields.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { everyElement, readTree, spokenText } from '#test/html-tree.ts'
import { textOf, webStage, type WebStage } from '#test/web-stage.ts'
import { pageHeaders } from '#web/layout/headers.ts'

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

const file = fileURLToPath(
  new URL('../../../../test/vectors/deadline-vectors.csv', import.meta.url),
)
const { vectors } = readVectors(readFileSync(file, 'utf8'))
const asked = (fields: Readonly<Record<string, string>>) =>
  web.open(`/calculator?${new URLSearchParams(fields).toString()}`)

const request = {
  rule: 'FOI_RESPONSE',
  nation: 'england',
  'received-day': '10',
  'received-month': '5',
  'received-year': '2027',
}

const said = (expected: string): RegExp => {
  if (expected === 'PAUSED') return /There is no date: the clock is stopped since/
  return new RegExp(
    `${expected.length > 10 ? 'By [\\d:apm]+ on' : '(By the end of )?'} ?\\w+day ${inWords(expected.slice(0, 10))}`,
  )
}

// every sixth row: some of each part of the file
for (const vector of vectors.filter((_, at) => at % 6 === 0).slice(0, 31))
  test(`the page says of ${vector.id} what the file does: ${vector.reason}`, async () => {
    const page = await asked(calculatorFields(vector))
    assert.equal(page.statusCode, 200)
    const heading = everyElement(readTree(page.body)).find(
      ({ attributes }) => attributes['id'] === 'answer',
    )
    assert.match(spokenText(heading?.children ?? []), said(vector.expected))
  })

test('whoever is not signed in sees the page, with the headers of every page', async () => {
  const page = await web.open('/calculator')
  assert.equal(page.statusCode, 200)
  assert.match(textOf(page), /Deadline calculator Work out when a public body must answer/)
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8')
  for (const [name, value] of Object.entries(pageHeaders)) assert.equal(page.headers[name], value)
  assert.equal(page.headers['set-cookie'], undefined)
})

test('an answer goes on to an address of what was filled in, which gives it again', async () => {
  const sent = await asked({
    ...request,
    time: '',
    'fee_received-1-day': '',
    add_: 'x',
    name: 'Ann',
  })
  assert.equal(sent.statusCode, 303)
  const address = String(sent.headers.location)
  assert.equal(address, `/calculator?${new URLSearchParams(request).toString()}`)
  const page = await web.open(address)
  assert.equal(page.statusCode, 200)
  const text = textOf(page)
  assert.match(text, /^By the end of Tuesday 8 June 2027 – Deadline calculator/)
  assert.match(text, /Freedom of Information Act 2000, section 10\(1\)/)
  assert.match(text, /Monday 31 May 2027 Left out: Spring bank holiday/)
  assert.doesNotMatch(text, /\d working days? (is|are) left/)
  const links = everyElement(readTree(page.body)).map(({ attributes }) => attributes['href'])
  assert.ok(links.includes('https://www.legislation.gov.uk/ukpga/2000/36/section/10'))
})

test('what is wrong stands above the form and at its field, and what was typed stays', async () => {
  const page = await asked({ ...request, 'received-month': '13', time: '<b>' })
  assert.equal(page.statusCode, 422)
  assert.match(
    textOf(page),
    /^Error: Deadline calculator.*There is a problem Date received must be a real date/,
  )
  const elements = everyElement(readTree(page.body))
  const field = elements.find(({ attributes }) => attributes['id'] === 'received-month')
  assert.equal(field?.attributes['value'], '13')
  assert.ok(elements.some(({ attributes }) => attributes['href'] === '#received-day'))
  assert.doesNotMatch(page.body, /<b>/)
})

test('the days that are left today are said where they are asked for', async () => {
  const page = await asked({
    ...request,
    'received-year': '2026',
    'received-month': '3',
    left: 'today',
  })
  assert.match(textOf(page), /On Saturday 14 March 2026, 17 working days are left after today/)
})

test('where the clock is stopped, the page says since when, why, and what would have been', async () => {
  const page = await asked({
    ...request,
    'fees_notice_given-1-day': '12',
    'fees_notice_given-1-month': '5',
    'fees_notice_given-1-year': '2027',
    left: 'today',
  })
  const text = textOf(page)
  assert.match(text, /the clock is stopped since Wednesday 12 May 2027/)
  assert.match(text, /Without the open question it would have been Tuesday 8 June 2027/)
  assert.match(text, /Why there is no date .*Fee notice outstanding since 12 May 2027/)
  assert.match(text, /No working days can be left while there is no date/)
  assert.doesNotMatch(text, /By the end of/)
})

test('a date beyond the bank holidays is provisional, and the page says so', async () => {
  const page = await asked({ ...request, 'received-year': '2033' })
  assert.equal(page.statusCode, 200)
  assert.match(
    textOf(page),
    /provisional: no bank holidays are known for 2033.*ends on 31 December 2028/,
  )
})

test('an address that is too long is refused, and so is a count over decades', async () => {
  const long = await asked({ ...request, time: 'x'.repeat(16_000) })
  assert.equal(long.statusCode, 414)
  const closed = (year: string) => ({
    'school_closed-1-day': '1',
    'school_closed-1-month': '1',
    'school_closed-1-year': '2027',
    'school_closed-1-until-day': '1',
    'school_closed-1-until-month': '1',
    'school_closed-1-until-year': year,
  })
  const school = { ...request, rule: 'EDUCATION_RECORD' }
  const page = await asked({ ...school, ...closed('2037') })
  assert.equal(page.statusCode, 200)
  assert.match(textOf(page), /These are the first 500 of \d+ days/)
  const decades = await asked({ ...school, ...closed('2038') })
  assert.equal(decades.statusCode, 422)
  assert.match(textOf(decades), /School closed: enter dates within 10 years of the date received/)
})

test('the way there is on the page of whoever is not signed in, at a sign-in link, and after it', async () => {
  for (const page of [
    await web.open('/'),
    await web.open('/sign-in/demo/x'),
    await web.open('/', await web.signIn()),
  ])
    assert.match(page.body, /href="\/calculator"/)
})

test('an organisation’s own host counts by the days off that it keeps, every other by those that are known to all', async () => {
  const { test: database, organisationId } = stage
  const days = [
    { calendar: 'england-and-wales', on: '2027-05-12', name: 'A day of mourning' },
    { calendar: 'organisation', on: '2027-05-13', name: 'Moving house' },
  ]
  await database.database.write(organisationId, async (db) => {
    for (const day of days) {
      const kind = day.calendar === 'organisation' ? 'local closure' : 'bank holiday'
      const given = { source: 'keyed in', author: 'Sam Dee', now: stage.clock.now() }
      await insertCalendarDays(db, { days: [{ ...day, kind }], ...given })
    }
  })
  const at = async (host: string, rule: string) => {
    const url = `/calculator?${new URLSearchParams({ ...request, rule }).toString()}`
    return textOf(await web.app.inject({ method: 'GET', url, headers: { host } }))
  }
  assert.match(await at('elsewhere.example', 'FOI_RESPONSE'), /Tuesday 8 June 2027/)
  // what is kept of the calendar changes once the database has told of it
  while (!/A day of mourning/.test(await at('demo.example', 'FOI_RESPONSE')))
    await new Promise((resolve) => setTimeout(resolve, 5))
  const own = await at('demo.example', 'FOI_RESPONSE')
  assert.match(own, /Wednesday 9 June 2027/)
  assert.match(own, /A day of mourning/)
  assert.match(own, /Those of every part of the United Kingdom, as kept by demo/)
  assert.match(own, /"Closed" on 13 May 2027 is recorded and moves nothing/)
})
