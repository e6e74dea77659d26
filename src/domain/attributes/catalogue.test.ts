import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { caseAttributes, caseSource, formAttributes, type Attribute } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const groupsOf = (attributes: readonly Attribute[]) => [
  ...new Set(attributes.map(({ name }) => name.split('.')[0])),
]

/** What the first case of the fixture has, by name. */
async function valuesOf(attributes: readonly Attribute[], part: 'sql' | 'written') {
  const columns = attributes.map((each, at) => `${each[part]} as "${at}"`).join(', ')
  const [row] = await stage.test.sql(
    `select ${columns} from ${caseSource} where c.organisation_id = $1 and c.case_id = 700122`,
    [stage.organisationId],
  )
  return new Map(attributes.map(({ name }, at) => [name, row?.[String(at)]]))
}

test('groups come in the order of the contract, each name once', () => {
  assert.deepEqual(groupsOf(caseAttributes), [
    'CaseDetails',
    'CaseStatus',
    'CaseStatusReceipt',
    'CaseStatusTouchTimes',
    'CaseStatusAcceptance',
    'CaseStatusRejection',
    'CaseStatusWithdrawal',
    'CaseStatusClosure',
    'CaseStageStage1',
    'CaseStageStage2',
    'CaseStageStage3',
    'CaseStageStage4',
    'MainParty',
    'CustomerSatisfaction',
  ])
  assert.equal(new Set(caseAttributes.map(({ name }) => name)).size, caseAttributes.length)
})

test('CustomerSatisfaction.OverallRating stands between MainParty fields', () => {
  const at = caseAttributes.findIndex(({ name }) => name === 'CustomerSatisfaction.OverallRating')
  assert.match(caseAttributes[at - 1]?.name ?? '', /^MainParty\./)
  assert.match(caseAttributes[at + 1]?.name ?? '', /^MainParty\./)
})

test('stage 1 has no DateReceived, stages 2 to 4 do', () => {
  const withDate = caseAttributes.filter(({ name }) => /^CaseStage.*\.DateReceived$/.test(name))
  assert.deepEqual(
    withDate.map(({ name }) => name),
    [2, 3, 4].map((stage) => `CaseStageStage${stage}.DateReceived`),
  )
})

test('equality values are in no attribute', () => {
  for (const { name } of caseAttributes)
    assert.doesNotMatch(name, /Gender|Ethnic|Sexuality|Faith|AgeGroup|Disability/)
})

test('dates, date-times and flags go out in the contract’s forms, in London time', async () => {
  await stage.test.sql(
    `update cases set created_at = '2026-07-02T23:30:00Z', target_on = '2026-03-16'
     where organisation_id = $1 and case_id = 700122`,
    [stage.organisationId],
  )
  const values = await valuesOf(caseAttributes, 'written')
  assert.equal(values.get('CaseDetails.CaseId'), '700122')
  assert.equal(values.get('CaseDetails.Confidential'), 'No')
  assert.equal(values.get('CaseDetails.CaseType'), 'Complaint')
  assert.equal(values.get('CaseDetails.FormType'), 'Complaint')
  assert.equal(values.get('CaseDetails.TeamCode'), 'CUSTREL')
  assert.equal(values.get('CaseStatusReceipt.TimeCreated'), '2026-07-03T00:30:00')
  assert.equal(values.get('CaseStatus.CurrentTargetDate'), '2026-03-16')
  assert.equal(values.get('CaseStatusClosure.ClosureInTarget'), null)
  assert.equal(values.get('MainParty.FullName'), 'Bell, Ann')
})

test('a value to select by has the type of its kind', async () => {
  const types = {
    text: /^text$/,
    number: /^(bigint|integer)$/,
    decimal: /^numeric$/,
    flag: /^boolean$/,
    date: /^date$/,
    'date-time': /^timestamp/,
  }
  const typed = caseAttributes.map((each) => ({ ...each, sql: `pg_typeof(${each.sql})::text` }))
  const found = await valuesOf(typed, 'sql')
  for (const { name, kind } of caseAttributes)
    assert.match(String(found.get(name)), types[kind], name)
})

test('a form’s attributes have values of their kinds, whatever was kept', async () => {
  const fields = [
    { id: "What's wrong", kind: 'text' },
    { id: 'Seen', kind: 'date' },
    { id: 'Urgent', kind: 'flag' },
    { id: 'Cost', kind: 'number' },
    { id: 'When', kind: 'date-time' },
    { id: 'Absent', kind: 'flag' },
  ]
  const kept = {
    "What's wrong": 'Noise',
    Seen: 'some day',
    Urgent: true,
    Cost: 'a lot',
    When: '2026-07-01T10:00:00',
  }
  await stage.test.sql(
    `update cases set attributes = $2 where organisation_id = $1 and case_id = 700122`,
    [stage.organisationId, JSON.stringify(kept)],
  )
  const own = formAttributes({ form: 'Complaint', fields })
  const other = formAttributes({ form: 'Other', fields })
  const values = [...(await valuesOf([...own, ...other], 'sql')).values()]
  assert.deepEqual(values.slice(0, 6), [
    'Noise',
    null,
    true,
    null,
    new Date('2026-07-01T09:00:00Z'),
    null,
  ])
  assert.deepEqual(values.slice(6), Array(6).fill(null))
  const written = await valuesOf(own, 'written')
  assert.equal(written.get('CaseDetailsComplaint.Urgent'), 'Yes')
  assert.equal(written.get('CaseDetailsComplaint.Absent'), null)
})

test('a report of a few columns joins only what it names', async () => {
  const plan = await stage.test.database.read(stage.organisationId, (db) =>
    db.run(
      {
        name: 'plan-of-a-small-report',
        text: `explain select c.case_id from ${caseSource} where c.organisation_id = ${stage.organisationId}`,
        takes: [],
        returns: {},
      },
      [],
    ),
  )
  assert.doesNotMatch(JSON.stringify(plan), /customers|case_stages|teams|users|case_type/)
})
