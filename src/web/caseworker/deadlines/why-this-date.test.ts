import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { textOf, webStage, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
before(async () => {
  stage = await caseStage()
  web = await webStage(stage)
  const respond = { code: 'respond', name: 'Answer', rule: 'FOI_RESPONSE', from: 'received' }
  const outcomes = [{ code: 'answered', leadsTo: 'closure' }]
  const stages = [{ code: 'answer', name: 'Answering', deadlines: [respond], outcomes }]
  await stage.publish({ name: 'Request', procedure: { stages } })
})
after(async () => {
  await web.app.close()
  await stage.close()
})

test('a case shows each deadline in words, and the way to why it is due then', async () => {
  const { caseId } = await stage.create({ Type: 'Request', RequestDate: '2026-03-07' })
  const cookie = await web.signIn()
  const text = textOf(await web.open(`/cases/${caseId}`, cookie))
  assert.match(text, /Deadlines Answer Due 8 April 2026, 15 working days left Why this date\?/)
  const why = textOf(await web.open(`/cases/${caseId}/deadlines/respond`, cookie))
  assert.match(why, /Why this date\? Answer, Answering Due 8 April 2026/)
  assert.match(why, /Saturdays and Sundays; St Patrick's Day \(Northern Ireland\), 17 March 2026/)
  assert.match(why, /Rule FOI_RESPONSE, version 2005/)
  assert.match(why, /Monday 16 March 2026 Day \d+ Tuesday 17 March 2026 Left out: St Patrick's Day/)
  assert.match(why, /Wednesday 8 April 2026 Day 20/)
})

test('a deadline that the case does not have has no page', async () => {
  const reply = await web.open('/cases/700124/deadlines/respond', await web.signIn())
  assert.equal(reply.statusCode, 404)
  const text = textOf(await web.open('/cases/700124', await web.signIn()))
  assert.match(text, /There are no deadlines on this case\./)
})
