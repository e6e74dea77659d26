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
    'fields[0].id is missing',
    `fields[1].kind must be one of: text, long text, list, flag, date, date-time, number, decimal`,
    'stages[0].stage must be a whole number from 1 to 4',
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

test('unknown lists, teams, ratings and title fields are refused', () => {
  assert.deepEqual(
    checked({
      name: 'A',
      team: 'NOBODY',
      rating: 'Low',
      ratings: ['High'],
      title: { field: 'Missing' },
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

test('stages, targets and tasks told in short become a procedure', () => {
  const { procedure, status } = parsed({
    name: 'Complaint',
    status: 'Received',
    stages: [
      { stage: 1, days: 10, unit: 'working' },
      { stage: 2, name: 'Review', days: 20, unit: 'calendar' },
    ],
    tasks: [{ code: 'ACK', title: 'Acknowledge', dueInDays: 3 }],
  })
  const stages = procedure.tracks.flatMap((track) => track.stages)
  assert.deepEqual(
    stages.map((each) => [each.code, each.number, each.name, each.status]),
    [
      ['stage-1', 1, 'Stage 1', 'Received'],
      ['stage-2', 2, 'Review', 'Review'],
    ],
  )
  assert.equal(status, 'Received')
  assert.deepEqual(
    stages.flatMap(({ deadlines }) => deadlines.map(({ basis, from }) => [basis, from.kind])),
    [
      [{ target: { days: 10, unit: 'working' } }, 'received'],
      [{ target: { days: 20, unit: 'calendar' } }, 'stage started'],
    ],
  )
  const due = { days: 3, unit: 'calendar', from: { kind: 'received' } }
  assert.deepEqual(
    stages.map(({ tasks }) => tasks),
    [[{ code: 'ACK', title: 'Acknowledge', due }], []],
  )
  assert.deepEqual(
    stages.map(({ outcomes }) => outcomes.map(({ code, leadsTo }) => [code, leadsTo])),
    [
      [
        ['answered', 'closure'],
        ['escalated', { stage: 'stage-2' }],
      ],
      [['answered', 'closure']],
    ],
  )
})

test('a case type without stages has one, that is not shown on the wire', () => {
  const { procedure } = parsed({ name: 'A', target: { days: 5, unit: 'calendar' } })
  const stages = procedure.tracks[0]?.stages ?? []
  assert.deepEqual(
    stages.map(({ code, number, deadlines }) => [code, number, deadlines.length]),
    [['stage-1', undefined, 1]],
  )
  assert.equal(parsed({ name: 'A' }).procedure.tracks[0]?.stages[0]?.deadlines.length, 0)
})

test('a procedure and the shorthand cannot both name the stages', () => {
  const stages = [{ code: 'one', status: 'Open', outcomes: [{ code: 'done', leadsTo: 'closure' }] }]
  assert.deepEqual(
    faultsOf({ name: 'A', status: 'New', procedure: { stages }, target: { days: 1 }, tasks: [] }),
    [
      'target cannot stand beside the stages of the procedure',
      'tasks cannot stand beside the stages of the procedure',
      "status differs from the first stage's, Open; leave one of them out",
    ],
  )
  assert.deepEqual(faultsOf({ name: 'A', stages: [{ stage: 2, days: 10, unit: 'working' }] }), [
    'stages must be numbered 1, 2, 3 in order',
  ])
  assert.equal(parsed({ name: 'A', procedure: { stages } }).status, 'Open')
})
