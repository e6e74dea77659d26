import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { textOf, webStage, type Cookies, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
let cookies: Cookies
before(async () => {
  stage = await caseStage()
  await stage.publish({
    name: 'Street light',
    fields: [{ id: 'Details', label: 'Which light', isRequired: true }],
  })
  web = await webStage(stage)
  cookies = await web.signIn()
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const show = async (address: string) => textOf(await web.open(address, cookies))

test('from the case by its types to a page that shows what becomes of it, and back to the case', async () => {
  const { caseId } = await stage.create({
    Type: 'Complaint',
    Details: 'It is dark',
    Reference: 'B-7',
  })
  const page = `/cases/${caseId}/re-categorise`
  assert.match(await show(`/cases/${caseId}`), /Put this case under another type/)
  assert.match(await show(page), /This is a case of Complaint\..* Street light/)
  const address = `${page}/Street%20light`
  const shown = await show(address)
  assert.match(shown, /Now: Complaint\. Then: Street light\./)
  assert.match(shown, /What happened It is dark .*Your reference B-7/)
  const refused = await web.send(address, cookies, { 'Goes.Reference': 'NoSuch' })
  assert.equal(refused.statusCode, 422)
  assert.match(textOf(refused), /Enter the reason|Enter reason/)
  const done = await web.send(address, cookies, {
    Reason: 'It is about a light',
    'Goes.Details': 'Details',
    'Goes.Reference': '*history',
  })
  assert.equal(done.headers.location, `/cases/${caseId}`)
  assert.match(await show(`/cases/${caseId}/timeline`), /Your reference: “B-7” removed/)
  assert.equal((await web.open(`${page}/NoSuch`, cookies)).statusCode, 404)
})
