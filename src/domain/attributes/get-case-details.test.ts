import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { XmlElement } from '#kernel/answer.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { getCaseDetails } from './index.ts'

const fees = [
  { id: 'FeeCharged', kind: 'decimal' },
  { id: 'IsPaid', kind: 'flag' },
  { id: 'By', kind: 'text' },
]

let stage: Fixture
before(async () => {
  stage = await fixture()
  await stage.test.sql(`update case_type_versions set definition = definition || $1::jsonb`, [
    JSON.stringify({
      form: 'InformationRequest',
      fields: [
        { id: 'Details', label: 'What is asked for', kind: 'long text' },
        { id: 'PressOfficeContact', label: 'Press office', kind: 'flag' },
        { id: 'Custom17', label: 'Seventeenth', kind: 'text' },
      ],
      actions: [
        { id: 'UF1', synonym: 'Unused', fields: [{ id: 'Details' }] },
        { id: 'UF2', synonym: 'Fees', fields: fees },
      ],
    }),
  ])
  await stage.test.sql(
    `update cases set attributes = '{"Details": "Cost of street lamps", "Custom17": "x"}'
     where organisation_id = $1 and case_id = 700123`,
    [stage.organisationId],
  )
})
after(() => stage.close())

type Answered = Awaited<ReturnType<typeof getCaseDetails.handle>>
const { returns } = getCaseDetails
if (typeof returns === 'string') throw new Error('getcasedetails answers with details')
const context = { documentUrl: (reference: string) => reference }

const ask = async (sent: Readonly<Record<string, string>>, actor = stage.actor()) =>
  (await stage.perform(getCaseDetails, sent, actor)) as Answered
const jsonOf = async (sent: Readonly<Record<string, string>>) =>
  returns.toJson(await ask(sent), context)
const leavesOf = (xml: XmlElement) =>
  (xml.content as readonly XmlElement[]).map(({ content }) => content as readonly XmlElement[])

test('all cases that match come one after another, oldest first, with the dotted names as keys (6.7, E7)', async () => {
  const { sequence } = (await jsonOf({ ExternalId: 'EXT-0042' })) as {
    sequence: readonly Record<string, string>[]
  }
  assert.deepEqual(
    sequence.map((each) => [each['CaseDetails.CaseId'], each['MainParty.FullName']]),
    [
      ['700123', 'Bell, Ann'],
      ['700124', 'Bell, Ann'],
    ],
  )
})

test('AsArray gives a proper array, also of one case (6.7)', async () => {
  const answer = await jsonOf({ CaseId: '700122', AsArray: 'true' })
  assert.ok(Array.isArray(answer))
  assert.equal(answer.length, 1)
})

test('XML holds flat leaves, form attributes first, empty ones kept, and echoes the reference (6.7)', async () => {
  const xml = returns.toXml(await ask({ CaseId: '700123' }), context)
  assert.equal(xml.name, 'Cases')
  assert.deepEqual(xml.attributes, { RequestId: '700123' })
  const [leaves = []] = leavesOf(xml)
  assert.deepEqual(leaves.slice(0, 2), [
    { name: 'CaseDetailsInformationRequest.Details', content: 'Cost of street lamps' },
    { name: 'CaseDetailsInformationRequest.PressOfficeContact', content: '' },
  ])
  assert.deepEqual(
    leaves.find(({ name }) => name === 'MainParty.Notes'),
    { name: 'MainParty.Notes', content: '' },
  )
  assert.equal(returns.layout, 'lines')
  assert.equal(returns.fileName, 'output')
})

test('a form filed on the case follows its own, to each question the answer given last (6.7)', async () => {
  const file = (attributes: object) =>
    stage.test.sql(
      `insert into case_actions
         (organisation_id, case_id, form, title, attributes, submitted_by, submitted_at)
       values ($1, 700123, 'Fees', 'Fees', $2, 'Sam', now())`,
      [stage.organisationId, JSON.stringify(attributes)],
    )
  await file({ FeeCharged: '12.50', IsPaid: 'No' })
  await file({ IsPaid: 'Yes' })
  const [one] = (await ask({ CaseId: '700123' })).cases
  const told = one?.names.map((name, at) => [name, one.values[at]]).slice(0, 7)
  assert.deepEqual(told, [
    ['CaseDetailsInformationRequest.Details', 'Cost of street lamps'],
    ['CaseDetailsInformationRequest.PressOfficeContact', ''],
    ['CaseDetailsInformationRequest.Custom17', 'x'],
    ['CaseDetailsFees.FeeCharged', '12.50'],
    ['CaseDetailsFees.IsPaid', 'Yes'],
    ['CaseDetailsFees.By', ''],
    ['CaseDetails.CaseId', '700123'],
  ])
  const [other] = (await ask({ CaseId: '700122' })).cases
  assert.ok(!other?.names.some((name) => /Fees|Unused/.test(name)), 'what nobody filed is not told')
})

test('every stage stands in its own group (6.7)', async () => {
  await stage.test.sql(
    `insert into case_stages
       (organisation_id, case_id, code, stage, target_days, outcome, is_in_target)
     values ($1, 700122, 'stage-1', 1, 10, 'Not upheld', true),
       ($1, 700122, 'stage-3', 3, 20, null, null)`,
    [stage.organisationId],
  )
  const [one] = (await ask({ CaseId: '700122' })).cases
  const told = one?.names.flatMap((name, at) =>
    name.startsWith('CaseStageStage') && one.values[at] ? [`${name} ${one.values[at]}`] : [],
  )
  assert.deepEqual(told, [
    'CaseStageStage1.TargetDays 10',
    'CaseStageStage1.Outcome Not upheld',
    'CaseStageStage1.ResponseInTarget Yes',
    'CaseStageStage3.TargetDays 20',
  ])
})

test('CaseId decides where both are sent (6.0.1)', async () => {
  const { cases } = await ask({ CaseId: '700122', ExternalId: 'EXT-0042' })
  assert.deepEqual(
    cases.map(({ caseId }) => caseId),
    [700122],
  )
})

test('a case not named, unknown or of another organisation is an unknown case (5.3, 16002)', async () => {
  const unknown = { kind: { name: 'unknownCase', message: 'There is no such case' } }
  await stage.test.sql(
    `update cases set external_id = 'THEIRS' where organisation_id = $1 and case_id = 700122`,
    [stage.otherOrganisationId],
  )
  for (const sent of [{}, { CaseId: '700199' }, { ExternalId: 'NONE' }, { ExternalId: 'THEIRS' }])
    await assert.rejects(ask(sent), unknown)
})

test('a confidential case is unknown to whoever may not see confidential ones', async () => {
  await stage.test.sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700124`,
    [stage.organisationId],
  )
  const worker = stage.actor('case worker')
  await assert.rejects(ask({ CaseId: '700124' }, worker), { message: 'There is no such case' })
  assert.equal((await ask({ ExternalId: 'EXT-0042' }, worker)).cases.length, 1)
  assert.equal((await ask({ ExternalId: 'EXT-0042' })).cases.length, 2)
})

test('reading is audited with the numbers of the cases and nothing about people', async () => {
  await ask({ ExternalId: 'EXT-0042' })
  const [entry] = await stage.test.sql(
    `select operation, outcome, case_id::int as "caseId", particulars
     from audit_entries order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry, {
    operation: 'getcasedetails',
    outcome: 'done',
    caseId: 700123,
    particulars: { caseIds: [700123, 700124] },
  })
})

test('a case keeps the form it was opened under when the type changes', async () => {
  await stage.test.sql(
    `insert into case_type_versions (organisation_id, case_type_id, version, definition, published_at)
     select organisation_id, case_type_id, 2, '{"name": "Complaint", "form": "New"}', '2026-03-01'
     from case_types`,
  )
  await stage.test.sql(
    `update cases set case_type_version = 2 where organisation_id = $1 and case_id = 700122`,
    [stage.organisationId],
  )
  const names = async (CaseId: string) => (await ask({ CaseId })).cases[0]?.names[0]
  assert.equal(await names('700122'), 'CaseDetails.CaseId')
  assert.equal(await names('700123'), 'CaseDetailsInformationRequest.Details')
})
