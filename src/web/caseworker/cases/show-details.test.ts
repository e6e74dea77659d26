import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { textOf, webStage, type WebStage } from '#test/web-stage.ts'

let stage: CaseStage
let web: WebStage
before(async () => {
  stage = await caseStage()
  web = await webStage(stage)
})
after(async () => {
  await web.app.close()
  await stage.close()
})

const pageOf = async (caseId: number) => web.open(`/cases/${caseId}/details`, await web.signIn())

test('a case shows what it is about, with its line breaks, and dates and times in words', async () => {
  await stage.publish({
    name: 'Grit bin',
    form: 'GritBin',
    fields: [
      { id: 'Details', label: 'What is <wrong>', kind: 'long text' },
      { id: 'Street', label: 'Which street', kind: 'text' },
      { id: 'Seen', label: 'When was it seen', kind: 'date' },
      { id: 'At', label: 'When was it reported', kind: 'date-time' },
      { id: 'Empty', label: 'Is it empty', kind: 'flag' },
    ],
  })
  const { caseId } = await stage.create({
    Type: 'Grit bin',
    Details: 'Lid <off>\n\nand gone',
    Seen: '2026-05-21',
    At: '2026-05-21T10:15:00',
    Empty: 'no',
  })
  const page = await pageOf(caseId)
  assert.match(
    textOf(page),
    /Details What is <wrong> Lid <off>\s+and gone When was it seen 21 May 2026 When was it reported 21 May 2026 at 10:15am Is it empty No Change details People/,
  )
  assert.match(page.body, /<div class="app-answer">Lid &lt;off&gt;\n\nand gone<\/div>/)
})

test('a case shows its references, and its people with their roles and how to reach them', async () => {
  const { caseId } = await stage.create({
    Type: 'Complaint',
    ExternalId: 'WEB-17',
    ExternalAccountId: 'ACC-77',
    'Customer.FirstName': 'Jo',
    'Customer.Surname': 'Field',
    'Customer.Email': 'jo@example.org',
    'Customer.Address': '1 High Street\nFlat 2',
    'Customer.Town': 'Leeds',
    'Customer.Postcode': 'LS1 1AA',
    'Applicant2.Organisation': 'Aid & Co',
    'Applicant2.Phone': '0113 496 0000',
  })
  const page = await pageOf(caseId)
  const overview = await web.open(`/cases/${caseId}`, await web.signIn())
  assert.match(textOf(overview), /External reference WEB-17 Account RENT ACC-77 Received/)
  assert.match(
    textOf(page),
    /People Customer Name Jo Field Address 1 High Street\s+Flat 2\s+Leeds\s+LS1 1AA Email jo@example\.org Record of Jo Field Applicant 2 Organisation Aid & Co Phone 0113 496 0000 Record of Aid & Co Account RENT ACC-77 Change the account Casework/,
  )
  assert.match(page.body, /1 High Street\nFlat 2\nLeeds\nLS1 1AA/)
})

test('a case of which nothing is known says so', async () => {
  const { caseId } = await stage.create({ Type: 'Complaint' })
  const text = textOf(await pageOf(caseId))
  assert.match(
    text,
    /Details No details were given\. Change details People There are no people on this case\./,
  )
})
