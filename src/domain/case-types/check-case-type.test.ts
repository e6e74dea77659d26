import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { adviceOn } from './advice.ts'
import { checkCaseType, checkParsed } from './check-case-type.ts'
import { parseCaseType } from './parse-case-type.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

function faultsOf(definition: unknown): readonly string[] {
  const parsed = parseCaseType(definition)
  return 'faults' in parsed ? parsed.faults : checkCaseType(parsed.caseType, { others: [] })
}

test('the example of the guide has no fault', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(read('docs/guide/procedures.md')) ?? []
  assert.deepEqual(faultsOf(JSON.parse(example)), [])
})

test('the assignment rules that the guide shows are read whole', () => {
  const examples = [...read('docs/guide/procedures.md').matchAll(/```json\n(\[.*?)```/gs)]
  const assignment = examples.flatMap(([, text = '']) => JSON.parse(text) as readonly object[])
  const stages = [{ code: 'look', outcomes: [{ code: 'done', leadsTo: 'closure' }] }]
  const fields = [{ id: 'Problem', kind: 'list', values: ['Leak', 'Flood'] }]
  const parsed = parseCaseType({ name: 'Rules', fields, procedure: { stages, assignment } })
  assert.ok('caseType' in parsed, JSON.stringify(parsed))
  assert.deepEqual(
    parsed.caseType.procedure.assignment.slice(0, 2).map(({ when }) => when),
    [
      { field: { field: 'Problem', values: ['Leak', 'Flood'] } },
      { classification: { group: 'Service', values: ['Conduct of staff'] } },
    ],
  )
})

test('a rule whose conditions cannot be read is not said to take the cases of others', () => {
  const stages = [{ code: 'look', outcomes: [{ code: 'done', leadsTo: 'closure' }] }]
  const always = { name: 'All others', to: 'HOMES' }
  const unread = { name: 'Leaks and floods', when: { Problem: 'Leak' }, to: 'HOMES' }
  const partly = { name: 'Far away', when: { languages: [7], field: 'x' }, to: 'HOMES' }
  const all = (...assignment: readonly object[]) =>
    checkParsed(parseCaseType({ name: 'Rules', procedure: { stages, assignment } }), { others: [] })
  assert.deepEqual(all(unread, partly, always), [
    'procedure.assignment[0].when.Problem is not known',
    'procedure.assignment[1].when.field must be an object',
    'procedure.assignment[1].when.languages[0] must be a text of 500 characters or fewer',
  ])
  assert.deepEqual(all(always, unread, { ...always, name: 'Nobody' }), [
    'procedure.assignment[1].when.Problem is not known',
    'Assignment rule Nobody never decides, since All others before it takes the same: move it up',
  ])
})

test('the case types of the demonstration have no fault', () => {
  const files = readdirSync(new URL('seeds/case-types/', root))
  assert.ok(files.length > 0)
  for (const file of files)
    assert.deepEqual(faultsOf(JSON.parse(read(`seeds/case-types/${file}`))), [], file)
})

test('faults of form do not hide those of sense, and cause none', () => {
  const outcomes = [{ code: 'done', leadsTo: 'closure', requires: ['Ground'] }]
  const stage = (code: string, more: object = {}) => ({ code, outcomes, ...more })
  const procedure = {
    colour: 'teal',
    stages: [
      stage('look', {
        deadlines: [
          { code: 'soon', days: 5 },
          { code: 'later', target: { days: 3 }, from: { deadline: 'soon' } },
          { code: 'late', rule: 'NO_RULE', number: 'ten' },
          { code: 'last', rule: 'NO_RULE' },
        ],
      }),
      stage('weigh'),
    ],
  }
  const all = (definition: object) => checkParsed(parseCaseType(definition), { others: [] })
  const shortened = (faults: readonly string[]) => faults.map((fault) => fault.replace(/: .*/, ''))
  assert.deepEqual(shortened(all({ name: 'Weights', procedure })), [
    'procedure.colour is not known',
    'procedure.stages[0].deadlines[0].days is not known',
    'procedure.stages[0].deadlines[0] (soon) has neither a rule nor a target, only code, days',
    'procedure.stages[0].deadlines[2].number must be a whole number from 1 to 1000',
    'Stage weigh is never reached',
    'Stage look',
    'Stage look',
    'Stage weigh',
  ])
  const lost = { stages: [stage('look', { outcomes: [{ code: 'on' }] }), stage('weigh')] }
  assert.deepEqual(shortened(all({ name: 'Weights', procedure: lost })), [
    'procedure.stages[0].outcomes[0].leadsTo is missing',
    'Stage weigh',
  ])
  assert.deepEqual(all({ name: 'Weights', fields: 'Ground', procedure: lost }).length, 2)
})

test('that nobody gets the cases, and that an outcome requires what may be hidden, is worth a look', () => {
  const adviceFor = (more: object): readonly string[] => {
    const stages = [
      { code: 'look', outcomes: [{ code: 'done', leadsTo: 'closure', requires: ['Depth'] }] },
    ]
    const fields = [
      { id: 'Leak', label: 'Is it wet', kind: 'flag' },
      { id: 'Depth', label: 'How deep', when: { field: 'Leak', equals: 'Yes' } },
    ]
    const parsed = parseCaseType({ name: 'Pond', fields, procedure: { stages }, ...more })
    assert.ok('caseType' in parsed, JSON.stringify(parsed))
    return adviceOn(parsed.caseType)
  }
  const [owner, hidden, ...further] = adviceFor({})
  assert.match(owner ?? '', /^Nobody gets the cases: name a team/)
  assert.match(
    hidden ?? '',
    /^Stage look: the outcome done requires Depth, which a condition can hide \(Only where “Is it wet” is Yes\)/,
  )
  assert.deepEqual(further, [])
  assert.deepEqual(adviceFor({ team: 'PARKS', fields: [{ id: 'Depth', label: 'How deep' }] }), [])
})
