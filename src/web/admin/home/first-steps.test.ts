import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCaseNote } from '#domain/notes/index.ts'
import { caseStage } from '#test/case-stage.ts'
import { cookiesOf, textOf, webStage } from '#test/web-stage.ts'

test('the first steps are ticked as they are taken, and go when all are or somebody hides them', async () => {
  const stage = await caseStage()
  const web = await webStage(stage)
  const cookies = await web.signIn()
  const home = async () => textOf(await web.open('/admin', cookies))
  const show = () =>
    stage.rows(
      `update organisations set settings = settings || '{"showsFirstSteps": true}' where organisation_id = $1`,
    )
  assert.doesNotMatch(await home(), /Getting started/)
  await show()
  await stage.rows(`update cases set created_by = 'seeding' where organisation_id = $1`)
  const first = await home()
  assert.match(first, /Make an API key ?Done/)
  assert.match(first, /curl -i "http:\/\/localhost:80\/createcase\?db=demo" -d Type=Complaint/)
  assert.doesNotMatch(first, /through the interface ?Done/)
  const { caseId } = await stage.create({ Type: 'Complaint' })
  assert.match(await home(), /through the interface ?Done.*Work the case ?Take/)
  const noted = { CaseId: String(caseId), Notes: 'Rang back' }
  await stage.perform(addCaseNote, noted, {
    ...stage.actor('administrator'),
    name: 'Dee, Sam',
  })
  assert.match(await home(), /Work the case ?Done.*Publish a case type ?Start/)
  await stage.rows(
    `insert into case_type_versions (organisation_id, case_type_id, version, definition, published_at)
     select organisation_id, case_type_id, 9, definition, '2026-03-14' from case_type_versions
     where organisation_id = $1 limit 1`,
  )
  assert.doesNotMatch(await home(), /Getting started/)
  await stage.rows(`update api_keys set revoked_at = '2026-03-14' where organisation_id = $1`)
  assert.match(await home(), /Getting started/)
  const hidden = await web.send('/admin/first-steps/hide', cookies)
  const after = textOf(await web.open('/admin', { ...cookies, ...cookiesOf(hidden) }))
  assert.match(after, /shown no longer/)
  assert.doesNotMatch(after, /Getting started/)
  await web.app.close()
  await stage.close()
})
