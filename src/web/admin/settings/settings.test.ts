import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { restoreChange } from '#domain/restoration/index.ts'
import { caseStage } from '#test/case-stage.ts'
import { cookiesOf, textOf, webStage } from '#test/web-stage.ts'

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
