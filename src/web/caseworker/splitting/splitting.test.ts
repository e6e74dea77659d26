import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCaseNote } from '#domain/notes/index.ts'
import { caseStage } from '#test/case-stage.ts'
import { signedIn, textOf } from '#test/web-stage.ts'

const { stage, web, cookies } = await signedIn(await caseStage())

const show = async (address: string) => textOf(await web.open(address, cookies))

test('a case is opened out of another on a page that leads to it, and the two name each other', async () => {
  const { caseId } = await stage.create({ Type: 'Complaint', Details: 'Mould, and a lamp' })
  await stage.perform(addCaseNote, { CaseId: `${caseId}`, Notes: 'It is dark', Type: 'General' })
  const page = `/cases/${caseId}/split`
  assert.match(await show(`/cases/${caseId}`), /Open another case out of this one/)
  const shown = await web.open(page, cookies)
  const [, note = ''] = /name="(Note\.\d+)"/.exec(shown.body) ?? []
  assert.match(textOf(shown), /General: It is dark/)
  const refused = await web.send(page, cookies, { [note]: 'yes', Type: 'Complaint', Reason: 'x' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /checked/)
  const sent = { [note]: 'yes', Type: 'Complaint', Received: 'today', Reason: 'Two matters' }
  const done = await web.send(page, cookies, sent)
  assert.equal(done.statusCode, 303, textOf(done))
  const address = String(done.headers.location)
  assert.match(await show(`${address}/notes`), /It is dark/)
  assert.match(await show(`${address}/links`), new RegExp(`Follows Case ${caseId}`))
  assert.match(
    await show(`/cases/${caseId}/timeline`),
    new RegExp(`Another case opened out of this one .*Two matters Case ${address.slice(7)}`),
  )
})
