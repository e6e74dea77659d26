import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

test('a form is filed on the case that CaseId names, and answers its number', async () => {
  const form = { Type: 'MoreAboutComplaint', CaseId: '700123', Details: 'It happened again' }
  const filed = await stage.create(form)
  assert.deepEqual([filed.caseId, filed.team], [700123, 'CUSTREL'])
  const actions = await stage.rows(
    `select form, title, attributes, submitted_by as "by" from case_actions
     where organisation_id = $1 and case_id = $2`,
    700123,
  )
  assert.deepEqual(actions, [
    {
      form: 'MoreAboutComplaint',
      title: 'More about a complaint',
      attributes: { Details: 'It happened again' },
      by: 'Website',
    },
  ])
  const [event] = await stage.rows(
    `select kind from case_events where organisation_id = $1 and case_id = $2
     order by event_id desc limit 1`,
    700123,
  )
  assert.equal(event?.['kind'], 'formFiled')
})

test('a type that cannot be filed on a case opens one below it', async () => {
  const { caseId } = await stage.create({ Type: 'Complaint', CaseId: '700123' })
  assert.notEqual(caseId, 700123)
  assert.equal(Number((await stage.theCase(caseId))['parent_case_id']), 700123)
  await stage.refused({ Type: 'Complaint', CaseId: '700199' }, 'unknownCase')
  await stage.refused({ Type: 'InboundCall', CaseId: '700123' }, 'unknownCaseType')
})

test('a case keeps the forms of the version it was opened under', async () => {
  const form = { id: 'F1', synonym: 'Addition', isAmendment: true }
  await stage.publish({ name: 'Tree', actions: [form] })
  const older = await stage.create({ Type: 'Tree' })
  await stage.publish({ name: 'Tree', actions: [] })
  const newer = await stage.create({ Type: 'Tree' })
  const filed = await stage.create({ Type: 'Addition', CaseId: String(older.caseId) })
  assert.equal(filed.caseId, older.caseId)
  await stage.refused({ Type: 'Addition', CaseId: String(newer.caseId) }, 'unknownCaseType')
})

test('where ExternalId is unique, a repeat answers with the case that is there', async () => {
  await stage.publish({ name: 'Meter reading', isExternalIdUnique: true, team: 'ROADS' })
  const sent = { Type: 'Meter reading', ExternalId: 'M-1', 'Customer.Surname': 'Once' }
  const answers = await Promise.all(Array.from({ length: 12 }, () => stage.create(sent)))
  assert.equal(new Set(answers.map(({ caseId }) => caseId)).size, 1)
  assert.deepEqual([...new Set(answers.map(({ team }) => team))], ['ROADS'])
  const people = await stage.test.sql(`select 1 from customers where surname = 'Once'`)
  assert.equal(people.length, 1)
  const other = await stage.create({ Type: 'Complaint', ExternalId: 'M-1' })
  assert.notEqual(other.caseId, answers[0]?.caseId)
  const without = await Promise.all([1, 2].map(() => stage.create({ Type: 'Meter reading' })))
  assert.notEqual(without[0]?.caseId, without[1]?.caseId)
})
