import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStage } from '#test/case-stage.ts'
import { everyElement, readTree } from '#test/html-tree.ts'
import { cookiesOf, textOf, webStage } from '#test/web-stage.ts'

const seenOn = (body: string): string =>
  everyElement(readTree(body)).find(({ attributes }) => attributes['name'] === 'Seen')?.attributes[
    'value'
  ] ?? ''

test('a pack is installed with one of our teams, compared with what was changed here, and updated', async () => {
  const stage = await caseStage()
  const web = await webStage(stage)
  const cookies = await web.signIn()
  assert.match(
    textOf(await web.open('/admin/packs', cookies)),
    /compliments, suggestions.*Not installed/,
  )
  assert.match(
    textOf(await web.open('/admin/packs/complaints-wales', cookies)),
    /It is for Wales, and the organisation works in England/,
  )
  const page = await web.open('/admin/packs/general', cookies)
  assert.match(textOf(page), /Case type GeneralEnquiry ?Not here/)
  const stale = await web.send('/admin/packs/general', cookies, { Seen: 'before', Replace: '' })
  assert.equal(stale.statusCode, 422)
  assert.match(textOf(stale), /Something was changed meanwhile/)
  const sent = { Seen: seenOn(page.body), 'Team.CONTACT': 'ROADS' }
  const done = await web.send('/admin/packs/general', cookies, sent)
  assert.equal(done.statusCode, 303, textOf(done))
  const list = await web.open('/admin/packs', { ...cookies, ...cookiesOf(done) })
  assert.match(textOf(list), /The pack is there in version 1\.\d+\.\d+/)
  const logged = await stage.rows(
    `select kind, subject from configuration_changes where organisation_id = $1 order by change_id`,
  )
  assert.deepEqual(logged.slice(0, 2), [
    { kind: 'service pack', subject: 'general' },
    { kind: 'case type', subject: 'Compliment' },
  ])
  assert.ok(!logged.some(({ kind }) => kind === 'team'))
  assert.doesNotMatch(
    textOf(await web.open('/admin/packs/general', cookies)),
    /Bring in what differs/,
  )
  await stage.rows(`update letter_templates set body = body || ' Yours' where organisation_id = $1`)
  const changed = await web.open('/admin/packs/general', cookies)
  assert.match(textOf(changed), /Changed here/)
  const replaced = { Seen: seenOn(changed.body), Replace: 'true' }
  assert.equal((await web.send('/admin/packs/general', cookies, replaced)).statusCode, 303)
  assert.doesNotMatch(textOf(await web.open('/admin/packs/general', cookies)), /Changed here/)
  await stage.rows(`update installed_packs set version = '9.0.0' where organisation_id = $1`)
  const older = await web.open('/admin/packs/general', cookies)
  assert.match(textOf(older), /9\.0\.0 is installed, which is newer and stays/)
  assert.equal(seenOn(older.body), '')
  assert.equal((await web.open('/admin/packs/nosuch', cookies)).statusCode, 404)
  await web.app.close()
  await stage.close()
})
