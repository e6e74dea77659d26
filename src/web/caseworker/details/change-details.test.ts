import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import {
  cookiesOf,
  sentFrom,
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
  await stage.publish({
    name: 'Grit bin',
    fields: [
      { id: 'Details', label: 'What is <wrong>', hint: 'In your words', kind: 'long text' },
      { id: 'Seen', label: 'When was it seen', kind: 'date' },
      { id: 'Empty', label: 'Is it empty', kind: 'flag' },
      { id: 'Colour', label: 'Colour', kind: 'list', values: ['Green', 'Brown'] },
    ],
  })
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

type Fields = Readonly<Record<string, string>>
const open = async () =>
  (await stage.create({ Type: 'Grit bin', Details: 'Lid off', Seen: '2026-05-21', Empty: 'no' }))
    .caseId

const sentBy = (page: LightMyRequestResponse): Fields => sentFrom(page, String(page.raw.req.url))

test('a case leads to the form of its details, filled in; what is saved is shown', async () => {
  const caseId = await open()
  const address = `/cases/${caseId}/details/change`
  assert.ok(
    (await web.open(`/cases/${caseId}/details`, cookies)).body.includes(`href="${address}"`),
  )
  const page = await web.open(address, cookies)
  assert.match(textOf(page), /What is <wrong> \(optional\) In your words/)
  const { 'Field.Details': text, 'Field.Seen': seen, 'Field.Empty': empty } = sentBy(page)
  assert.deepEqual([text, seen, empty], ['Lid off', '21/5/2026', 'No'])
  const sent = {
    ...sentBy(page),
    'Field.Details': 'Gone',
    'Field.Empty': '',
    'Field.Colour': 'Brown',
  }
  const saved = await web.send(address, cookies, sent)
  assert.equal(saved.headers.location, `/cases/${caseId}/details`)
  const after = await web.open(`/cases/${caseId}/details`, { ...cookies, ...cookiesOf(saved) })
  assert.match(textOf(after), /Details saved/)
  assert.match(
    textOf(after),
    /What is <wrong> Gone When was it seen 21 May 2026 Colour Brown Change details People/,
  )
})

test('what does not fit is told beside its field, and what was typed stays', async () => {
  const caseId = await open()
  const sent = { 'Field.Details': 'Gone & lost', 'Field.Seen': 'soon' }
  const refused = await web.send(`/cases/${caseId}/details/change`, cookies, sent)
  assert.equal(refused.statusCode, 422)
  assert.ok(refused.body.includes('href="#Field.Seen"'))
  assert.equal(sentBy(refused)['Field.Seen'], 'soon')
  assert.match(refused.body, /Gone &amp; lost<\/textarea>/)
})

test('two people on one case: the second sees both versions by field, and keeps what they choose', async () => {
  const caseId = await open()
  const address = `/cases/${caseId}/details/change`
  const [mine, theirs] = [sentBy(await web.open(address, cookies)), { 'Field.Details': 'Theirs' }]
  await web.send(address, cookies, { ...mine, ...theirs, 'Field.Colour': 'Green' })
  const late = await web.send(address, cookies, {
    ...mine,
    'Field.Details': 'Mine',
    'Field.Seen': '',
  })
  assert.equal(late.statusCode, 422)
  assert.match(textOf(late), /Dee, Sam has changed “What is <wrong>”, “Colour” since you opened/)
  assert.match(textOf(late), /Stored now: Theirs/)
  assert.match(textOf(late), /When you opened the page: nothing/)
  const again = sentBy(late)
  assert.deepEqual(
    [again['Field.Details'], again['Field.Seen'], again['Field.Colour']],
    ['Mine', '', 'Green'],
  )
  assert.equal((await web.send(address, cookies, again)).statusCode, 303)
  assert.deepEqual((await stage.theCase(caseId))['attributes'], {
    Details: 'Mine',
    Empty: 'No',
    Colour: 'Green',
  })
})

test('who may not change a case finds no way to it', async () => {
  const caseId = await open()
  const asRole = (role: string) =>
    stage.rows(
      `update users set role = '${role}' where organisation_id = $1 and user_name = 'sdee'`,
    )
  await asRole('auditor')
  assert.ok(!(await web.open(`/cases/${caseId}/details`, cookies)).body.includes('/change"'))
  assert.equal((await web.open(`/cases/${caseId}/details/change`, cookies)).statusCode, 403)
  await asRole('administrator')
})

test('what the answers hide is neither asked nor kept, and goes when it is hidden', async () => {
  await stage.publish({
    name: 'Lamp post',
    sections: [{ id: 'harm', title: 'The harm', when: { field: 'Hurt', equals: 'Yes' } }],
    fields: [
      { id: 'Fault', label: 'What is wrong', kind: 'list', values: ['Dark', 'Leaning', 'Other'] },
      {
        id: 'Words',
        label: 'In what way',
        isRequired: true,
        when: { field: 'Fault', isOneOf: ['Other', 'Leaning'] },
      },
      { id: 'Hurt', label: 'Is anybody hurt', kind: 'flag' },
      { id: 'Who', label: 'Who is hurt', isRequired: true, section: 'harm' },
    ],
  })
  const { caseId } = await stage.create({ Type: 'Lamp post', Fault: 'Dark' })
  const address = `/cases/${caseId}/details/change`
  const page = await web.open(address, cookies)
  assert.match(textOf(page), /Only where “What is wrong” is Other or Leaning In what way/)
  assert.match(textOf(page), /Only where “Is anybody hurt” is Yes The harm Who is hurt/)
  const send = async (fields: Fields) =>
    web.send(address, cookies, { ...sentBy(await web.open(address, cookies)), ...fields })
  const answers = async () =>
    (
      await stage.rows(
        `select attributes from cases where organisation_id = $1 and case_id = $2`,
        caseId,
      )
    )[0]?.['attributes']
  await send({ 'Field.Words': 'Typed in vain' })
  assert.deepEqual(await answers(), { Fault: 'Dark' })
  const lacking = await send({ 'Field.Fault': 'Other', 'Field.Hurt': 'Yes' })
  assert.equal(lacking.statusCode, 422)
  assert.match(textOf(lacking), /“In what way” must be filled in .*“Who is hurt” must be filled in/)
  const whole = { 'Field.Fault': 'Other', 'Field.Words': 'It sings', 'Field.Hurt': 'No' }
  assert.equal((await send(whole)).statusCode, 303)
  assert.deepEqual(await answers(), { Fault: 'Other', Words: 'It sings', Hurt: 'No' })
  await send({ 'Field.Fault': 'Dark' })
  assert.deepEqual(await answers(), { Fault: 'Dark', Hurt: 'No' })
})

test('a call that is recorded keeps nothing of what the answers hide', async () => {
  const sent = await web.send('/calls/new', cookies, {
    New: 'yes',
    CaseType: 'Lamp post',
    Fault: 'Dark',
    Words: 'Typed in vain',
    Hurt: 'No',
  })
  assert.equal(sent.statusCode, 303, textOf(sent))
  const [last] = await stage.rows(
    `select attributes from cases where organisation_id = $1 order by case_id desc limit 1`,
  )
  assert.deepEqual(last?.['attributes'], { Fault: 'Dark', Hurt: 'No' })
  const lacking = await web.send('/calls/new', cookies, {
    New: 'yes',
    CaseType: 'Lamp post',
    Fault: 'Other',
  })
  assert.equal(lacking.statusCode, 422)
})
