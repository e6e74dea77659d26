import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStage } from '#test/case-stage.ts'
import { cookiesOf, textOf, webStage } from '#test/web-stage.ts'

test('settings are changed on their page, with before and after in the audit; numbers of cases only go up', async () => {
  const stage = await caseStage()
  const web = await webStage(stage)
  const cookies = await web.signIn()
  const page = textOf(await web.open('/admin/settings', cookies))
  assert.match(page, /Settings of the organisation/)
  const sent = {
    Title: 'South Council',
    Nation: 'wales',
    CostLimitHours: '24',
    SecondFactor: 'recommended',
    IsStrict: 'true',
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
  await web.app.close()
  await stage.close()
})
