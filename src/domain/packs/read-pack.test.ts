import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPack } from './read-pack.ts'

const sound = {
  'pack.json': JSON.stringify({
    code: 'parks',
    name: 'Parks',
    version: '1.0.0',
    summary: 'Reports about parks.',
    nations: ['wales'],
    sources: [{ citation: 'Our own rules', address: 'https://parks.example/', for: 'All' }],
  }),
  'case-types/report.json': JSON.stringify({ name: 'ParkReport' }),
  'letters/thanks.txt':
    'Code: PARK-THANKS\r\nName: Thanks\r\nChannel: email\r\nSubject: Report: {{case.reference}}\r\n\r\nDear all\r\n\r\nThank you.\r\n',
  'sample.json': '[]',
}
const read = (files: Readonly<Record<string, string>>) => readPack(new Map(Object.entries(files)))

test('a pack is read from its files, its letters with their paragraphs', () => {
  const given = read(sound)
  assert.ok('pack' in given)
  assert.deepEqual(given.pack.letters, [
    {
      code: 'PARK-THANKS',
      name: 'Thanks',
      channel: 'email',
      subject: 'Report: {{case.reference}}',
      records: '',
      body: 'Dear all\n\nThank you.',
    },
  ])
  assert.deepEqual([given.pack.requires, given.pack.teams, given.pack.options], [[], [], []])
})

test('values of lists are read by list and by group', () => {
  const options = {
    'note type': ['Visit', { value: 'WALK', label: 'Walk' }],
    classification: { Parks: ['Trees'] },
  }
  const given = read({ ...sound, 'options.json': JSON.stringify(options) })
  assert.ok('pack' in given)
  assert.deepEqual(
    given.pack.options.map(({ list, groupName, value, label, position }) =>
      [list, groupName, value, label, position].join('|'),
    ),
    ['note type||Visit||0', 'note type||WALK|Walk|1', 'classification|Parks|Trees||0'],
  )
})

test('all faults of form are told together, each with its file', () => {
  const given = read({
    'pack.json': '{"code":"Parks","version":"1","nations":["mercia"],"sources":[{"citation":"x"}]}',
    'case-types/report.json': '{ "name": ',
    'case-types/other.json': '[]',
    'letters/thanks.txt': 'Code: no code\nColour: red',
    'options.json': '{"colours":["red"],"note type":[7]}',
    'sample.json': '[{"name":"One","received":"yesterday","expect":{"stages":[{}]}}]',
    'notes.md': 'Remember the milk',
  })
  assert.ok('faults' in given)
  const told = given.faults.join('\n')
  for (const fault of [
    'notes.md is no file of a pack',
    'pack.json.code must be lower-case letters, digits and hyphens',
    'pack.json.version must be three numbers with dots between, such as 1.0.0',
    'pack.json.name is missing',
    'pack.json.summary is missing',
    'pack.json.nations[0] must be one of: england',
    'case-types/report.json is not JSON',
    'case-types/other.json must be an object with a name',
    'letters/thanks.txt cannot be read: Colour is not known',
    'letters/thanks.txt cannot be read: Code must be letters',
    'letters/thanks.txt cannot be read: The text is missing below the first empty line',
    'options.json: colours is no list',
    'options.json: note type[0] must be a text',
    'sample.json[0].received must be a date',
    'sample.json[0].caseType is missing',
    'sample.json[0].expect.stages[0].stage is missing',
  ])
    assert.ok(told.includes(fault), `${fault} is not told:\n${told}`)
})

test('a folder that lacks its files is no pack', () => {
  const given = read({})
  assert.deepEqual(given, {
    faults: ['pack.json is missing', 'sample.json is missing', 'case-types holds no definition'],
  })
})
