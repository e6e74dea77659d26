import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { restoreChange } from '#domain/restoration/index.ts'
import { caseStage } from '#test/case-stage.ts'
import { multipartBody, multipartHeaders } from '#test/multipart.ts'
import { refusedAs } from '#test/refused-as.ts'
import { until } from '#test/until.ts'
import {
  cookiesOf,
  markedTokenIn,
  textOf,
  webStage,
  type Cookies,
  type WebStage,
} from '#test/web-stage.ts'

async function opened(t: TestContext) {
  const stage = await caseStage()
  const web = await webStage(stage)
  t.after(async () => {
    await web.app.close()
    await stage.close()
  })
  return { stage, web }
}

test('settings are changed on their page, with before and after in the audit; numbers of cases only go up', async (t) => {
  const { stage, web } = await opened(t)
  const cookies = await web.signIn()
  const page = textOf(await web.open('/admin/settings', cookies))
  assert.match(page, /Settings of the organisation/)
  const sent = {
    Title: 'South Council',
    Nation: 'wales',
    CostLimitHours: '24',
    SecondFactor: 'recommended',
    IsStrict: 'true',
    Agreed: 'true',
  }
  const saved = await web.send('/admin/settings', cookies, sent)
  assert.equal(saved.statusCode, 303, textOf(saved))
  const home = await web.open('/admin', { ...cookies, ...cookiesOf(saved) })
  assert.match(textOf(home), /Settings saved/)
  const [held] = await stage.rows(
    `select title, settings from organisations where organisation_id = $1`,
  )
  const settings = Object(held?.['settings']) as Record<string, unknown>
  assert.equal(held?.['title'], 'South Council')
  assert.equal(settings['nation'], 'wales')
  assert.equal(settings['isStrict'], true)
  assert.equal(settings['isSigningAllowed'], false)
  const [audited] = await stage.rows(
    `select particulars -> 'before' ->> 'nation' as before, particulars -> 'after' ->> 'nation' as after
     from audit_entries where organisation_id = $1 and operation = 'setorganisation'`,
  )
  assert.deepEqual(audited, { before: 'england', after: 'wales' })
  const logged = await stage.rows(
    `select subject, before, after from configuration_changes
     where organisation_id = $1 and kind = 'setting' and subject in ('title', 'nation', 'isErrorInJson')
     order by subject`,
  )
  assert.deepEqual(logged, [
    { subject: 'nation', before: { value: 'england' }, after: { value: 'wales' } },
    { subject: 'title', before: { value: 'demo' }, after: { value: 'South Council' } },
  ])
  const bad = await web.send('/admin/settings', cookies, { ...sent, Nation: 'france' })
  assert.equal(bad.statusCode, 422)
  const numbers = '/admin/settings/case-numbers'
  const before = (await stage.create({ Type: 'Complaint' })).caseId
  assert.match(textOf(await web.open(numbers, cookies)), new RegExp(`number ${before + 1}\\.`))
  assert.equal((await web.send(numbers, cookies, { First: '27000001' })).statusCode, 303)
  assert.equal((await stage.create({ Type: 'Complaint' })).caseId, 27_000_001)
  const low = await web.send(numbers, cookies, { First: '26000001' })
  assert.match(textOf(low), /Enter 27000002 or more: numbers only go up/)
  assert.equal((await stage.create({ Type: 'Complaint' })).caseId, 27_000_002)
})

test('another nation is shown with what it moves, agreed to, and has open cases counted anew; so has putting it back', async (t) => {
  const { stage, web } = await opened(t)
  await stage.publish({ name: 'Licence', target: { days: 20, unit: 'working' } })
  await stage.create({ Type: 'Licence', RequestDate: '2026-03-09' })
  const cookies = await web.signIn()
  const sent = {
    Title: 'demo',
    Nation: 'scotland',
    CostLimitHours: '18',
    SecondFactor: 'required',
    IsSigningAllowed: 'true',
    IsWritingByGetAllowed: 'true',
  }
  const asked = await web.send('/admin/settings', cookies, sent)
  // Easter Monday is no bank holiday in Scotland (Banking and Financial Dealings Act 1971, schedule 1)
  assert.match(textOf(asked), /1 deadline of 1 open case moves.*8 April 2026 7 April 2026/)
  const reasons = () =>
    stage.rows(
      `select reason from recomputations where organisation_id = $1 order by recomputation_id`,
    )
  assert.deepEqual(await reasons(), [])
  const agreed = await web.send('/admin/settings', cookies, { ...sent, Agreed: 'true' })
  assert.equal(agreed.statusCode, 303, textOf(agreed))
  const [change] = await stage.rows(
    `select change_id::text as number from configuration_changes
     where organisation_id = $1 and subject = 'nation'`,
  )
  const by = stage.actor('administrator')
  await stage.perform(restoreChange, { ChangeNumber: String(change?.['number']) }, by)
  assert.deepEqual(await reasons(), [
    { reason: 'The nation is scotland, no longer england' },
    { reason: 'The nation is england, no longer scotland' },
  ])
})

test('the pages of an organisation have its colours, typeface and logo, also before anybody signs in', async (t) => {
  const { stage, web } = await opened(t)
  const cookies = await web.signIn()
  const look = '/admin/settings/look'
  const plain = await web.open(look, cookies)
  assert.doesNotMatch(plain.body, /look\.css/)
  assert.match(textOf(plain), /Look of the pages Add a logo Colour of the header/)
  const sent = { HeaderColour: '004D40', ButtonColour: '#4a148c', Typeface: 'georgia' }
  const light = await web.send(look, cookies, { ...sent, HeaderColour: '#ffdd00' })
  assert.match(textOf(light), /Colour of the header must be darker: white words on it/)
  assert.equal((await web.send(look, cookies, sent)).statusCode, 303)

  const style = await until(
    async () => linksIn(await web.open('/sign-in/demo'))[0],
    'the page to sign in has the look',
  )
  const css = await web.open(style)
  assert.match(css.body, /--app-header-colour:#004d40;--app-typeface:Georgia,/)
  assert.match(css.body, /background-color:#4a148c/)
  assert.equal(css.headers['content-type'], 'text/css; charset=utf-8')
  assert.deepEqual(linksIn(await web.open('/admin', cookies)), [style])
  const ended = Object.fromEntries(Object.keys(cookies).map((name) => [name, 'demo.ended']))
  const away = await web.open('/admin', ended)
  assert.equal(away.statusCode, 401)
  assert.deepEqual(linksIn(away), [style], 'nor does it go with the session')
  assert.deepEqual(linksIn(await web.open('/sign-in/other')), [], 'no other organisation has it')
  assert.equal((await web.open(style.replace('/demo/', '/other/'))).statusCode, 404)

  const words = await sendLogo(web, cookies, [
    'logo.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  ])
  assert.match(textOf(words), /logo\.svg was not added: a logo is a PNG, JPEG or WebP picture/)
  const picture = ['logo.png', '\x89PNG\r\n\x1a\npicture'] as const
  assert.equal((await sendLogo(web, cookies, picture)).statusCode, 303)
  const address = await until(async () => {
    const { body } = await web.open('/sign-in/demo')
    return /<img class="app-header__logo" src="([^"]+)" alt="" \/>/.exec(body)?.[1]
  }, 'the page to sign in has the logo')
  const logo = await web.open(address)
  assert.equal(logo.headers['content-type'], 'image/png')
  assert.match(logo.body, /picture$/)
  assert.equal((await web.open(style)).statusCode, 404, 'what is gone is not served')
  const taken = await web.send(look, cookies, { ...sent, IsWithoutLogo: 'true' })
  assert.equal(taken.statusCode, 303)
  await until(async () => (await web.open(address)).statusCode === 404, 'the logo is gone')

  const changes = await stage.rows(
    `select change_id::text as number, subject, before ->> 'value' as before, after ->> 'value' as after
     from configuration_changes where organisation_id = $1 and kind = 'setting' order by change_id`,
  )
  assert.deepEqual(
    changes.map(({ subject }) => subject),
    ['headerColour', 'buttonColour', 'typeface', 'logo', 'logo'],
  )
  const by = stage.actor('administrator')
  await stage.perform(restoreChange, { ChangeNumber: String(changes[0]?.['number']) }, by)
  const [held] = await stage.rows(
    `select settings -> 'look' ->> 'headerColour' as header, settings -> 'look' ->> 'typeface' as typeface
     from organisations where organisation_id = $1`,
  )
  assert.deepEqual(held, { header: '#1f3d4d', typeface: 'georgia' })
  await assert.rejects(
    stage.perform(restoreChange, { ChangeNumber: String(changes[3]?.['number']) }, by),
    refusedAs('notRestorable'),
  )
})

const linksIn = ({ body }: { readonly body: string }): readonly string[] =>
  [...body.matchAll(/href="(\/look\/[^"]+)"/g)].map(([, address = '']) => address)

async function sendLogo(web: WebStage, cookies: Cookies, file: readonly [string, string]) {
  const page = '/admin/settings/look/logo'
  const csrfToken = markedTokenIn(await web.open(page, cookies))
  const [name, content] = file
  const payload = multipartBody({ csrfToken }, [[name, Buffer.from(content, 'latin1')]])
  const headers = { ...multipartHeaders, accept: 'text/html' }
  return web.app.inject({ method: 'POST', url: page, cookies: { ...cookies }, headers, payload })
}
