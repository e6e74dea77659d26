import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
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
