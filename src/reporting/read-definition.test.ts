import assert from 'node:assert/strict'
import { test } from 'node:test'
import { definitionFaults, readDefinition } from './read-definition.ts'
import { reportSources, sourceNames } from './report-source.ts'
import { compileReport } from './compile-report.ts'

const catalogue = {
  source: reportSources.cases,
  columns: new Map(reportSources.cases.columns.map((each) => [each.name, each])),
}
const faultsOf = (stored: object) =>
  definitionFaults(
    readDefinition({ source: 'cases', columns: ['CaseDetails.CaseId'], ...stored }),
    catalogue,
  )

test('an unknown column is a fault when a report is saved, wherever it stands', () => {
  const criteria = [{ column: 'Nowhere.Here', test: 'empty' }]
  assert.deepEqual(
    faultsOf({ columns: ['CaseDetails.Caseid'], criteria, order: [{ column: 'X' }] }),
    [
      'cases have no column CaseDetails.Caseid',
      'cases have no column Nowhere.Here',
      'cases have no column X',
    ],
  )
  assert.deepEqual(faultsOf({}), [])
})

test('a column that no longer exists is empty when a report is run', () => {
  const { texts } = compileReport(
    { source: 'cases', columns: ['CaseDetailsOld.Field'], criteria: [], order: [] },
    catalogue,
    { organisationId: 1 },
  )
  assert.match(texts[0] ?? '', /^select null::text from cases c/)
})

test('a value that does not fit the kind of its column is a fault', () => {
  const fault = (column: string, rest: object) => faultsOf({ criteria: [{ column, ...rest }] })[0]
  const day = 'CaseStatusReceipt.DateReceived'
  assert.match(fault(day, { test: 'since', value: 'soon' }) ?? '', /is a date, which "soon" is not/)
  assert.match(fault('CaseDetails.CaseId', { test: 'in', values: ['7', 'x'] }) ?? '', /"x" is not/)
  assert.match(
    fault('CaseDetails.Confidential', { test: 'equals', value: 'perhaps' }) ?? '',
    /flag/,
  )
  assert.match(fault('CaseStatus.Status', { test: 'since', value: 'New' }) ?? '', /has no order/)
  assert.equal(fault(day, { test: 'until', value: '2026-03-14' }), undefined)
})

test('a report without columns, with one named twice, or with too many is refused', () => {
  const id = 'CaseDetails.CaseId'
  assert.deepEqual(faultsOf({ columns: [] }), ['A report needs at least one column'])
  assert.deepEqual(faultsOf({ columns: [id, id] }), [`${id} is named twice`])
  assert.match(faultsOf({ columns: Array(201).fill(id) })[0] ?? '', /at most 200/)
})

test('what does not have the form of a report is refused in words', () => {
  const base = { source: 'cases', columns: [] }
  assert.throws(() => readDefinition({ ...base, source: 'users' }), /source must be one of/)
  assert.throws(() => readDefinition(null), /are objects/)
  assert.throws(() => readDefinition({ ...base, columns: 'all' }), /columns must be a list/)
  assert.throws(() => readDefinition({ ...base, columns: [1] }), /must be text/)
  assert.throws(
    () => readDefinition({ ...base, criteria: [{ column: 'c', test: 'sql', value: 'true' }] }),
    /a test that does not exist/,
  )
})

test('no text of a definition and no limit enters the SQL, only the values', () => {
  const value = "x' or true --"
  const definition = readDefinition({
    source: 'cases',
    columns: ['CaseDetails.CaseId'],
    criteria: [{ column: 'CaseStatus.Status', test: 'equals', value }],
  })
  const { texts, values } = compileReport(definition, catalogue, {
    organisationId: 7,
    from: '2026-01-01',
    until: '2026-01-31',
  })
  assert.deepEqual(values, ['7', '2026-01-01', '2026-01-31', value])
  assert.ok(!texts.join('').includes(value))
  assert.match(texts.join('?'), /c\.received_on >= \?::date and c\.received_on <= \?::date/)
})

test('no column of any source holds an equality value, and each has a time of last update', () => {
  for (const source of sourceNames) {
    const names = reportSources[source].columns.map(({ name }) => name)
    for (const name of names)
      assert.doesNotMatch(name, /Gender|Ethnic|Sexuality|Faith|AgeGroup|Disability/)
    assert.equal(new Set(names).size, names.length)
    assert.ok(names.some((name) => name.endsWith('.LastUpdatedTime')))
    assert.equal(names.includes('CaseDetails.CaseId'), reportSources[source].isOfCase)
  }
})
