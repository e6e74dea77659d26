import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCaseType } from './check-case-type.ts'
import { parseCaseType } from './parse-case-type.ts'
import { shownFields } from './shown-fields.ts'

const definition = {
  name: 'Lamp post',
  sections: [
    { id: 'harm', title: 'The harm', when: { field: 'Hurt', equals: 'Yes' } },
    { id: 'plain' },
  ],
  fields: [
    { id: 'Fault', kind: 'list', values: ['Dark', 'Leaning', 'Other'] },
    { id: 'Words', when: { field: 'Fault', isOneOf: ['other', 'Leaning'] } },
    { id: 'Since', when: { field: 'Words' }, section: 'plain' },
    { id: 'Hurt', kind: 'flag' },
    { id: 'Who', section: 'harm' },
  ],
}

const read = (given: object) => {
  const parsed = parseCaseType({ ...definition, ...given })
  return 'caseType' in parsed ? parsed.caseType : assert.fail(parsed.faults.join())
}

test('a field is shown by an answer, by one of some, or with its section; what is hidden answers nothing', () => {
  const shown = (answers: Readonly<Record<string, string>>) => [
    ...shownFields(read({}), (id) => answers[id]),
  ]
  assert.deepEqual(shown({}), ['Fault', 'Hurt'])
  assert.deepEqual(shown({ Fault: 'Other' }), ['Fault', 'Words', 'Hurt'])
  assert.deepEqual(shown({ Fault: 'Leaning', Words: 'x' }), ['Fault', 'Words', 'Since', 'Hurt'])
  assert.deepEqual(shown({ Fault: 'Dark', Words: 'x' }), ['Fault', 'Hurt'])
  assert.deepEqual(shown({ Hurt: 'Yes' }), ['Fault', 'Hurt', 'Who'])
})

test('a form that could never be filled in is not published', () => {
  const faults = (given: object) => checkCaseType(read(given), { others: [] })
  assert.deepEqual(faults({}), [])
  const fields = [
    { id: 'A', when: { field: 'B' } },
    { id: 'B', section: 'round', when: { field: 'Nobody' } },
    { id: 'C', section: 'gone', when: { field: 'D', equals: 'Perhaps' } },
    { id: 'D', kind: 'flag' },
  ]
  const sections = [{ id: 'round', when: { field: 'A' } }, { id: 'round' }]
  assert.deepEqual(faults({ fields, sections }), [
    'There are two sections round: give each its own id',
    'C stands in the section gone, which is not there: add it',
    'B is shown by the answer to Nobody, which is no field: add it, or choose another',
    'C is shown where D is Perhaps, which it cannot be',
    'A is shown by an answer that is itself shown by A',
    'B is shown by an answer that is itself shown by B',
  ])
  const parsed = parseCaseType({
    name: 'x',
    fields: [{ id: 'A' }, { id: 'B', when: { field: 'A', equals: '1', isOneOf: ['2'] } }],
  })
  assert.deepEqual('faults' in parsed && parsed.faults, [
    'fields[1].when must have either equals or isOneOf',
  ])
})
