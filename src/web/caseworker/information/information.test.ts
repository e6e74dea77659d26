import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixture } from '#test/fixture.ts'
import { cookiesOf, signedIn, textOf } from '#test/web-stage.ts'
import { hoursInWords } from './information-in-words.ts'

const { stage, web, cookies } = await signedIn(await fixture())

type Fields = Readonly<Record<string, string>>

const page = '/cases/700122/information'
const shown = async (address = page) => textOf(await web.open(address, cookies))
const send = (what: string, fields: Fields) => web.send(`${page}/${what}`, cookies, fields)

/** Opens a form and sends it, and gives what the page says to which it leads. */
const save = async (what: string, fields: Fields = {}): Promise<string> => {
  assert.equal((await web.open(`${page}/${what}`, cookies)).statusCode, 200, what)
  const sent = await send(what, fields)
  assert.equal(sent.statusCode, 303, textOf(sent))
  assert.equal(sent.headers.location, page)
  return textOf(await web.open(page, { ...cookies, ...cookiesOf(sent) }))
}

const isLinked = async () =>
  (await web.open('/cases/700122', cookies)).body.includes(`href="${page}"`)

test('of a request for information nothing is recorded at first', async () => {
  assert.equal(await isLinked(), false)
  const text = await shown()
  assert.match(text, /Record what was asked for, part by part, first\./)
  assert.match(text, /No time \(£0\) of 18 hours \(£450\) expected/)
  assert.match(text, /Proof of identity: not asked for\./)
})

test('a part is added and decided, and something is withheld under an exemption that was balanced', async () => {
  await save('parts/new', { Description: 'The <contract>' })
  assert.equal(await isLinked(), true)
  const decided = await save('parts/1/decide', { Version: '1', Decision: 'withheld' })
  assert.match(decided, /Part 1 is withheld under no exemption\./)
  const claimed = await save('parts/1/exemption', { Exemption: 'FOIA s43(2)' })
  assert.match(claimed, /has not been balanced for FOIA s43\(2\) on part 1/)
  const half = { Exemption: 'FOIA s43(2)', InterestFor: 'Spending is seen' }
  const flawed = await send('parts/1/exemption', half)
  assert.equal(flawed.statusCode, 422)
  assert.match(textOf(flawed), /Enter the public interest in withholding Select where the balance/)
  const whole = { ...half, InterestAgainst: 'Bids suffer', Balance: 'withhold' }
  const balanced = await save('parts/1/exemption', whole)
  assert.match(balanced, /Every part is decided: an answer may be sent\./)
  assert.match(balanced, /Commercial interests For disclosing: Spending is seen/)
  assert.match(await save('parts/1/drop', { Exemption: 'FOIA s43(2)' }), /under no exemption/)
})

test('whoever decides on another’s decision is shown it', async () => {
  const late = await send('parts/1/decide', { Version: '1', Decision: 'released' })
  assert.equal(late.statusCode, 422)
  assert.match(textOf(late), /What is stored now Dee, Sam changed it .* Withheld/)
})

test('the meter says when the cost goes over the limit, and what does not count', async () => {
  const work = { Kind: 'locating', Estimate: 'false', Minutes: '1085', WorkedBy: 'Records' }
  const over = await save('cost/new', work)
  assert.match(over, /The cost is expected to be over the limit\./)
  assert.match(over, /18 hours 5 minutes \(£452\.08\) of 18 hours \(£450\) expected/)
  assert.match(await shown(`${page}/cost/1/withdraw`), /Locating, 1085 minutes by Records/)
  const back = await save('cost/1/withdraw')
  assert.doesNotMatch(back, /over the limit/)
  const reading = await save('cost/new', { Kind: 'reading', Minutes: '61', Note: 'All of it' })
  assert.match(reading, /1 hour 1 minute of work that does not count\./)
  assert.match(textOf(await send('cost/new', {})), /Select what the work is Enter minutes/)
})

test('requests are linked and unlinked', async () => {
  const link = { OtherCase: '700123', How: 'in concert', Reason: 'One campaign' }
  const linked = await save('links/new', link)
  assert.match(linked, /Case 700123 .*Counts together Yes Linked as In concert/)
  assert.doesNotMatch(await save('links/700123/unlink'), /Case 700123/)
})

test('searches are planned and made, and third parties settled', async () => {
  await save('searches/new', { Place: 'Housing files' })
  const search = { SearchedBy: 'Records', SearchedOn: '13/3/2026', Found: 'Two letters' }
  const found = await save('searches/1/done', search)
  assert.match(found, /Searched 13 March 2026 by Records Found Two letters/)
  await save('people/new', { Reference: 'Staff 4711' })
  const settled = { Consent: 'refused', Decision: 'redact', Reasons: 'Fair to them' }
  const text = await save('people/1/settle', settled)
  assert.match(text, /Third party 1: Staff 4711 .*Consent Refused Decision Redact/)
})

test('what is not there is no page, and who may only look is shown no way to change anything', async () => {
  for (const what of [
    'parts/9/decide',
    'searches/x/done',
    'people/9/settle',
    'links/700123/unlink',
  ])
    assert.equal((await web.open(`${page}/${what}`, cookies)).statusCode, 404, what)
  const be = (role: string) =>
    stage.test.sql(`update users set role = $2 where organisation_id = $1`, [
      stage.organisationId,
      role,
    ])
  await be('auditor')
  const { body } = await web.open(page, cookies)
  const { statusCode } = await web.open(`${page}/parts/new`, cookies)
  await be('administrator')
  assert.doesNotMatch(body, /information\/(parts|cost|links|searches|people)/)
  assert.equal(statusCode, 403)
})

test('minutes are told as hours and minutes', () => {
  assert.deepEqual([0, 1, 60, 61, 125].map(hoursInWords), [
    'no time',
    '1 minute',
    '1 hour',
    '1 hour 1 minute',
    '2 hours 5 minutes',
  ])
})
