import assert from 'node:assert/strict'
import { test } from 'node:test'
import { optionsOf } from '#domain/options/index.ts'
import { rawParameters } from '#kernel/parameters.ts'
import { readForm } from './form-values.ts'
import { parseCaseType } from './parse-case-type.ts'

test('form values are kept as they will be sent out, and what does not fit is told', () => {
  const read = parseCaseType({
    name: 'A',
    fields: [
      { id: 'Details', kind: 'long text', isRequired: true },
      { id: 'Reference', isRequired: true },
      { id: 'IsUrgent', kind: 'flag' },
      { id: 'SeenOn', kind: 'date' },
      { id: 'SeenAt', kind: 'date-time' },
      { id: 'Count', kind: 'number' },
      { id: 'Channel', kind: 'list', list: 'request method' },
      { id: 'Size', kind: 'list', values: ['Small', 'Large'] },
      { id: 'Cost', kind: 'decimal' },
      { id: 'LostOn', kind: 'date' },
    ],
  })
  assert.ok('caseType' in read)
  const { fields } = read.caseType
  const sent = {
    DETAILS: 'line 1\r\nline 2',
    isurgent: 'true',
    SeenOn: '14/03/2026',
    SeenAt: '2026-07-01T23:30:00Z',
    Count: '007',
    Channel: ' web ',
    Size: 'huge',
    Cost: '£5',
    LostOn: '',
    Colour: 'teal',
  }
  const options = optionsOf([
    { list: 'request method', value: 'Web', label: null, groupName: '', position: 0 },
  ])
  const raw = rawParameters(Object.entries(sent).map(([name, value]) => ({ name, value })))
  const form = readForm({ fields }, { raw, options })
  assert.deepEqual(form.values, {
    Details: 'line 1\nline 2',
    IsUrgent: 'Yes',
    SeenOn: '2026-03-14',
    SeenAt: '2026-07-02T00:30:00',
    Count: '7',
    Channel: 'Web',
  })
  assert.deepEqual(form.misfits, [
    { parameter: 'Size', text: 'huge' },
    { parameter: 'Cost', text: '£5' },
  ])
  assert.deepEqual(
    form.flaws.map(({ parameter, kind }) => [parameter, kind]),
    [['Reference', 'missing']],
  )
})
