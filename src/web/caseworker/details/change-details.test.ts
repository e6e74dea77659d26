import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { everyElement, readTree, spokenText, type Element } from '#test/html-tree.ts'
import { cookiesOf, textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

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

/** What the form of a page would send, as it stands. */
const sentBy = ({ body }: LightMyRequestResponse): Fields =>
  Object.fromEntries(
    everyElement(readTree(body))
      .filter(({ attributes }) => /^(Field|Seen)\./.test(attributes['name'] ?? ''))
      .filter(({ attributes }) => attributes['type'] !== 'radio' || 'checked' in attributes)
      .map((element) => [element.attributes['name'] ?? '', valueOf(element) ?? '']),
  )

const valueOf = ({ name, attributes, children }: Element): string | undefined => {
  if (name === 'textarea') return spokenText(children)
  if (name !== 'select') return attributes['value']
  return everyElement(children).find((one) => 'selected' in one.attributes)?.attributes['value']
}

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
