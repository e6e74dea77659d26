import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { getCaseOverview } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

type Shown = Awaited<ReturnType<(typeof getCaseOverview)['handle']>>

const overviewOf = async (caseId: number): Promise<Shown> =>
  (await stage.perform(
    getCaseOverview,
    { CaseId: `${caseId}` },
    stage.actor('front line'),
  )) as Shown

const form = (fields: readonly object[]) =>
  stage.publish({ name: 'Grit bin', form: 'GritBin', fields })

test('what was answered is told in the order of the form, and what was not is left out', async () => {
  await form([
    { id: 'Where', label: 'Where is it', kind: 'text' },
    { id: 'Details', label: 'What is wrong', kind: 'long text' },
    { id: 'Seen', label: 'When was it seen', kind: 'date' },
    { id: 'Empty', label: 'Is it empty', kind: 'flag' },
    { id: 'Blocked', label: 'Is it in the way', kind: 'flag' },
  ])
  const { caseId } = await stage.create({
    Type: 'Grit bin',
    Details: 'Lid off\r\nand gone',
    Seen: '21/05/2026',
    Empty: 'true',
    Where: ' ',
  })
  assert.deepEqual((await overviewOf(caseId)).answers, [
    { label: 'What is wrong', kind: 'long text', value: 'Lid off\nand gone' },
    { label: 'When was it seen', kind: 'date', value: '2026-05-21' },
    { label: 'Is it empty', kind: 'flag', value: 'Yes' },
  ])
})

test('a case keeps the questions of the form that was filled in, whatever is asked since', async () => {
  await form([{ id: 'Details', label: 'What is wrong', kind: 'long text' }])
  const { caseId } = await stage.create({ Type: 'Grit bin', Details: 'Empty' })
  await form([{ id: 'Details', label: 'Asked anew', kind: 'text' }])
  assert.deepEqual((await overviewOf(caseId)).answers, [
    { label: 'What is wrong', kind: 'long text', value: 'Empty' },
  ])
})

test('the references of a case and those who take part are told, and no answer about equality', async () => {
  const { caseId } = await stage.create({
    Type: 'Complaint',
    ExternalId: 'WEB-17',
    ExternalAccountId: 'ACC-77',
    ExternalAccountType: 'RENT',
    'Customer.Title': 'Mr',
    'Customer.FirstName': 'Jo',
    'Customer.Surname': 'Field',
    'Customer.Email': 'jo@example.org',
    'Customer.Phone': '0113 496 0000',
    'Customer.Address': '1 High Street\nFlat 2',
    'Customer.Town': 'Leeds',
    'Customer.Postcode': 'LS1 1AA',
    'Customer.Gender': 'Woman',
    'Applicant2.Organisation': 'Aid & Co',
    'Agent.Mobile': '07700 900000',
  })
  const shown = await overviewOf(caseId)
  assert.deepEqual([shown.externalReference, shown.accountReference], ['WEB-17', 'ACC-77'])
  const besides = new Set(['customerId', 'alerts'])
  const known = shown.parties.map((party) =>
    Object.fromEntries(
      Object.entries(party).filter(([name, value]) => value !== null && !besides.has(name)),
    ),
  )
  assert.deepEqual(known, [
    {
      role: 'Customer',
      position: 0,
      name: 'Mr Jo Field',
      address: '1 High Street\nFlat 2',
      town: 'Leeds',
      postcode: 'LS1 1AA',
      email: 'jo@example.org',
      phone: '0113 496 0000',
    },
    { role: 'Agent', position: 0, mobile: '07700 900000' },
    { role: 'Applicant', position: 2, organisationName: 'Aid & Co' },
  ])
  assert.doesNotMatch(JSON.stringify(shown), /Woman/)
})
