import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCaseType, findForm, type CaseType } from './case-type.ts'
import { checkCaseType } from './check-case-type.ts'
import { parseCaseType } from './parse-case-type.ts'

const parsed = (definition: object): CaseType => {
  const read = parseCaseType(definition)
  if ('faults' in read) assert.fail(read.faults.join('; '))
  return read.caseType
}
const faultsOf = (definition: object): readonly string[] => {
  const read = parseCaseType(definition)
  return 'faults' in read ? read.faults : []
}
const alone = { teamCodes: ['CUSTREL'], others: [] }
const checked = (definition: object) => checkCaseType(parsed(definition), alone)

test('a name alone is a case type, frozen', () => {
  const theType = parsed({ name: 'Noise complaint' })
  assert.equal(theType.form, 'Noisecomplaint')
  assert.equal(theType.label, 'Noise complaint')
  assert.equal(theType.status, 'New case')
  assert.ok(Object.isFrozen(theType))
})

test('all faults of a definition are told at once', () => {
  const faults = faultsOf({
    colour: 'teal',
    form: 'no spaces here',
    isConfidential: 'yes',
    fields: [{ label: 'Nameless' }, { id: 'Details', kind: 'essay' }],
    stages: [{ stage: 9, days: 10, unit: 'working' }],
  })
  assert.deepEqual(faults, [
    'colour is not known',
    'name is missing',
    'form must be letters and digits',
    'isConfidential must be true or false',
    'stages[0].stage must be a whole number from 1 to 4',
    'fields[0].id is missing',
    `fields[1].kind must be one of: text, long text, list, flag, date, date-time, number, decimal`,
  ])
  assert.deepEqual(faultsOf([]), ['must be an object'])
})

test('a definition that would break callers is refused (contract 4.2)', () => {
  const fields = (...ids: string[]) => checked({ name: 'A', fields: ids.map((id) => ({ id })) })
  assert.deepEqual(fields('Site', 'Site1'), ['Site cannot stand beside Site1'])
  assert.deepEqual(fields('Site1', 'Site2'), [])
  assert.deepEqual(fields('Custom17'), ['Custom17 ends in a number above 9'])
  assert.deepEqual(fields('Details', 'details'), ['There are two fields details'])
  assert.deepEqual(fields('Status'), ['Status is the name of a parameter'])
  assert.deepEqual(fields('Customer.Name'), ['Customer.Name is the name of a parameter'])
  assert.deepEqual(
    checked({ name: 'A', actions: [{ id: 'UF1', synonym: 'B', fields: [{ id: 'X12' }] }] }),
    ['UF1: X12 ends in a number above 9'],
  )
})

test('unknown lists, teams, ratings, title fields and gaps between stages are refused', () => {
  assert.deepEqual(
    checked({
      name: 'A',
      team: 'NOBODY',
      rating: 'Low',
      ratings: ['High'],
      title: { field: 'Missing' },
      stages: [{ stage: 2, days: 10, unit: 'working' }],
      fields: [
        { id: 'Colour', kind: 'list', list: 'colours' },
        { id: 'Shade', kind: 'list' },
      ],
    }),
    [
      'There is no team NOBODY',
      'The rating Low is not among the ratings',
      'Colour names an unknown list, colours',
      'Shade must have either a list or values of its own',
      'The title is to be made of Missing, which is no field',
      'The stages must be numbered 1, 2, 3 in order',
    ],
  )
})

test('two case types cannot share a name', () => {
  const others = [parsed({ name: 'Complaint', synonyms: ['Grumble'] })]
  const faults = checkCaseType(parsed({ name: 'grumble' }), { ...alone, others })
  assert.deepEqual(faults, ['Grumble already names the case type Complaint'])
})

test('a case type answers to its name, label, form synonyms and form ids', () => {
  const types = [
    parsed({ name: 'FOI', label: 'Information request', synonyms: ['InformationRequest'] }),
    parsed({ name: '300', formIds: ['UF300100'] }),
  ]
  const named = (sought: string) => findCaseType(types, sought)?.name
  assert.equal(named(' information REQUEST '), 'FOI')
  assert.equal(named('informationrequest'), 'FOI')
  assert.equal(named('300'), '300')
  assert.equal(named('uf300100'), '300')
  assert.equal(named('UF3001'), undefined)
})

test('a form answers to its id, synonym and label', () => {
  const theType = parsed({
    name: 'A',
    actions: [{ id: 'UF300200', synonym: 'InboundCall', label: 'Inbound call' }],
  })
  assert.equal(findForm(theType, 'uf300200')?.id, 'UF300200')
  assert.equal(findForm(theType, ' inbound call')?.id, 'UF300200')
  assert.equal(findForm(theType, 'OutboundCall'), undefined)
})
