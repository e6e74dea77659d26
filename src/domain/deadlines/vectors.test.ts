import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { allRules, explain, explanationInWords, readVectors, verifyVectors } from './index.ts'

const file = fileURLToPath(new URL('../../../test/vectors/deadline-vectors.csv', import.meta.url))
const csv = readFileSync(file, 'utf8')
const { rows, unreadable } = verifyVectors(csv)
const header = csv.slice(0, csv.indexOf('\n') + 1)

for (const { vector, computed, agrees, deadline } of rows)
  test(`${vector.id}: ${vector.reason}`, () => {
    const why = deadline ? explanationInWords(explain(deadline), 'staff').join('\n') : ''
    assert.ok(agrees, `${vector.expected} is expected, not ${computed}\n${why}`)
  })

test('every row of the file is read', () => {
  assert.deepEqual(unreadable, [])
  assert.equal(rows.length, csv.trim().split('\n').length - 1)
})

test('a row that differs says what was computed', () => {
  const wrong = `${header}X1,FOI_RESPONSE,england,2026-09-01,,2026-09-30,S,one day late\n`
  const [row] = verifyVectors(wrong).rows
  assert.deepEqual([row?.agrees, row?.computed], [false, '2026-09-29'])
})

test('a row that cannot be read is told with its line, and the others are still read', () => {
  const faulty = [
    'A,FOI_RESPONS,england,2026-09-01,,2026-09-29,S,rule',
    'B,FOI_RESPONSE,england,2026-09-01,clarificaton_requested=2026-09-02,PAUSED,S,event',
    'C,FOI_RESPONSE,cornwall,2026-09-01,,2026-09-29,S,nation',
    'D,FOI_RESPONSE,england,2026-02-30,,2026-09-29,S,date',
    'E,FOI_RESPONSE,england,2026-09-01,,soon,S,expected',
    'F,FOI_RESPONSE,england,2026-09-01,,2026-09-29,S',
    'G,FOI_RESPONSE,england,2026-09-01,,2026-09-29,S,"good, with a comma and a ""word"""',
    'G,FOI_RESPONSE,england,2026-09-01,,2026-09-29,S,twice',
    'H,FOI_RESPONSE,england,2026-09-01,fee_received=2026-09-02/2026-09-03,2026-09-29,S,interval',
  ].join('\n')
  const { vectors, unreadable: told } = readVectors(header + faulty)
  assert.deepEqual(
    told.map(({ line, id }) => `${line} ${id}`),
    ['2 A', '3 B', '4 C', '5 D', '6 E', '7 F', '9 G', '10 H'],
  )
  assert.deepEqual(
    vectors.map(({ reason }) => reason),
    ['good, with a comma and a "word"'],
  )
})

test('a file without its header is no file of examples', () => {
  assert.throws(() => readVectors('id,rule\n'), /the first line must be id,rule,nation/)
  assert.throws(() => readVectors(''), SyntaxError)
  assert.throws(() => readVectors(`${header}"open,`), /line 2/)
})

test('lines may end as Windows writes them, and a byte order mark may lead', () => {
  const { vectors } = readVectors(`\uFEFF${csv.replaceAll('\n', '\r\n')}`)
  assert.equal(vectors.length, rows.length)
})

test('overlapping questions leave out each of their days once', () => {
  const events =
    'clarification_requested=2026-09-16;clarification_requested=2026-09-20;clarification_received=2026-09-22;clarification_received=2026-09-25'
  const [row] = verifyVectors(
    `${header}X,SAR_RESPONSE,england,2026-09-14,${events},2026-10-26,S,x`,
  ).rows
  // 14 October and ten days come to a Saturday
  assert.equal(row?.computed, '2026-10-26')
})

test('the time limits that the file does not have come to the dates counted by hand', () => {
  const counted = [
    ['FOI_LEAVE', 'england', '2026-03-03', '2026-06-02'],
    ['HEALTH_RECORD_RECENT', 'wales', '2027-03-03', '2027-03-23'],
    ['HEALTH_RECORD', 'wales', '2027-03-03', '2027-04-11'],
    ['CSC_COMPLAINT_WINDOW', 'england', '2027-03-03', '2028-03-03'],
    ['ASC_NHS_COMPLAINT_WINDOW', 'england', '2028-02-29', '2029-02-28'],
    ['WALES_CARE_6M', 'wales', '2027-08-31', '2028-02-29'],
    ['HO_COMPLAINT_WINDOW', 'england', '2027-03-06', '2028-03-06'],
    ['HO_OMBUDSMAN_WINDOW', 'england', '2027-03-06', '2028-03-06'],
    ['LGSCO_COMPLAINT_WINDOW', 'england', '2027-03-06', '2028-03-06'],
    ['POLICE_DELAY_LETTER', 'wales', '2027-03-03', '2028-03-03'],
    ['CT_FINAL_NOTICE_PAY_BY', 'wales', '2027-03-03', '2027-03-09'],
    ['CT_HEARING_EARLIEST', 'england', '2027-03-03', '2027-03-17'],
    ['CT_LIABILITY_ANSWER', 'england', '2027-12-31', '2028-02-29'],
    ['CT_TRIBUNAL_WINDOW', 'england', '2027-03-03', '2027-05-03'],
    ['CT_TRIBUNAL_WINDOW_UNANSWERED', 'england', '2027-03-03', '2027-07-03'],
    ['ENFORCEMENT_NOTICE_LAPSES', 'england', '2027-03-03', '2028-03-02'],
    ['BREATHING_SPACE_REVIEW', 'england', '2027-03-03', '2027-04-07'],
    ['BREATHING_SPACE_CREDITOR_REVIEW', 'england', '2027-03-04', '2027-03-24'],
  ]
  const lines = counted.map(([rule, nation, received, expected], at) =>
    [at, rule, nation, received, '', expected, 'M', 'counted by hand'].join(','),
  )
  const found = verifyVectors(header + lines.join('\n'))
  assert.deepEqual(found.unreadable, [])
  assert.deepEqual(
    found.rows.map(({ vector, computed }) => `${vector.rule} ${computed}`),
    counted.map(([rule, , , expected]) => `${rule} ${expected}`),
  )
})

test('the versions of every rule stand in order', () => {
  for (const { id, versions } of allRules) {
    const starts = versions.map(({ takesEffectOn }) => takesEffectOn ?? '')
    assert.deepEqual(starts, starts.toSorted(), id)
  }
  assert.equal(new Set(allRules.map(({ id }) => id)).size, allRules.length)
})
