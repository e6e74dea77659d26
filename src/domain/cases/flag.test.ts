import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCaseType } from '#domain/case-types/index.ts'
import { parameterInWords } from './flag.ts'

const parsed = parseCaseType({
  name: 'Pothole',
  fields: [{ id: 'SeenOn', label: 'When did you see it', kind: 'date' }],
  actions: [
    { id: 'UF1', synonym: 'Again', label: 'Again', fields: [{ id: 'Depth', label: 'How deep' }] },
  ],
})

const told: readonly (readonly [parameter: string, words: string])[] = [
  ['seenon', 'When did you see it'],
  ['Depth', 'How deep'],
  ['Customer.ContactMethod', 'Customer contact method'],
  ['RequestMethod', 'Request method'],
  ['AssignedTeamSS', 'Assigned team SS'],
  ['Case.ReceivedDate', 'Case received date'],
  ['customer_category', 'Customer category'],
  ['Type', 'Kind of note'],
]

for (const [parameter, words] of told) {
  test(`${parameter} is told as “${words}”`, () => {
    assert.ok('caseType' in parsed, JSON.stringify(parsed))
    assert.equal(parameterInWords(parameter, parsed.caseType), words)
  })
}
