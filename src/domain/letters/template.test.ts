import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTemplate, writeTemplate } from './index.ts'

const good =
  'Code: ACK\nName: Acknowledgement\nChannel: email\nSubject: {{case.reference}}\nRecords: acknowledged\n\nDear {{customer.name}}\n\nBye'

test('a template is read from its file, and written as it was', () => {
  const read = readTemplate(good)
  assert.ok('template' in read)
  assert.deepEqual(read.template, {
    code: 'ACK',
    name: 'Acknowledgement',
    channel: 'email',
    subject: '{{case.reference}}',
    records: 'acknowledged',
    body: 'Dear {{customer.name}}\n\nBye',
  })
  assert.equal(writeTemplate(read.template), good)
})

const faulty: readonly (readonly [what: string, file: string, faults: readonly string[]])[] = [
  ['no code', 'Name: A\n\nHello', ['Code must be letters, digits, hyphens and underscores']],
  ['no text', 'Code: A\nName: A', ['The text is missing below the first empty line']],
  [
    'an unknown head',
    'Code: A\nName: A\nColour: red\n\nHello',
    ['Colour is not known: the lines at its head are Code, Name, Channel, Subject, Records'],
  ],
  [
    'an unknown channel',
    'Code: A\nName: A\nChannel: pigeon\n\nHello',
    ['Channel must be email or letter'],
  ],
  [
    'no event to record',
    'Code: A\nName: A\nRecords: two words\n\nHello',
    ['Records must be the name of an event, such as acknowledged'],
  ],
  [
    'an unknown field',
    'Code: A\nName: A\n\n{{constructor}} {{due.}}',
    ['{{constructor}} is not a merge field', '{{due.}} is not a merge field'],
  ],
]
for (const [what, file, faults] of faulty)
  test(`a template with ${what} is refused`, () => {
    assert.deepEqual(readTemplate(file), { faults })
  })
