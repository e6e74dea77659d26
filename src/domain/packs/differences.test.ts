import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePack, type Holdings } from './compare-pack.ts'
import { differences, isEqual } from './differences.ts'
import { packFor } from './map-teams.ts'
import type { Pack } from './pack.ts'

test('the order of members is no difference, the order of items is', () => {
  assert.ok(isEqual({ a: 1, b: [{ code: 'x', n: 1 }] }, { b: [{ n: 1, code: 'x' }], a: 1 }))
  assert.deepEqual(
    differences({ s: [{ code: 'x' }, { code: 'y' }] }, { s: [{ code: 'y' }, { code: 'x' }] }),
    [{ path: 's: order', before: 'x, y', after: 'y, x' }],
  )
  assert.ok(!isEqual(['x', 'y'], ['y', 'x']))
})

test('an item is known by its code wherever it stands', () => {
  const before = { stages: [{ code: 'a', tasks: [{ code: 'T', days: 3 }] }] }
  const after = { stages: [{ code: 'new' }, { code: 'a', tasks: [{ code: 'T', days: 5 }] }] }
  assert.deepEqual(differences(before, after), [
    { path: 'stages[a].tasks[T].days', before: 3, after: 5 },
    { path: 'stages[new]', after: { code: 'new' } },
  ])
  assert.deepEqual(differences({ a: 1 }, {}), [{ path: 'a', before: 1 }])
  assert.deepEqual(differences([{ n: 1 }, { n: 2 }], [{ n: 1 }, { n: 3 }], 'r'), [
    { path: 'r[1].n', before: 2, after: 3 },
  ])
})

test('each way in which three versions can differ has its own name', () => {
  const holding = (letters: Readonly<Record<string, string>>): Holdings => ({
    caseTypes: new Map(),
    letters: new Map(Object.entries(letters).map(([name, body]) => [name, { body }])),
  })
  const items = comparePack({
    installed: holding({
      same: 'a',
      here: 'a',
      pack: 'a',
      both: 'a',
      alike: 'a',
      gone: 'a',
      cut: 'a',
    }),
    here: holding({ same: 'a', here: 'b', pack: 'a', both: 'b', alike: 'c', gone: 'a', own: 'z' }),
    pack: holding({
      same: 'a',
      here: 'a',
      pack: 'b',
      both: 'c',
      alike: 'c',
      cut: 'a',
      own: 'a',
      new: 'n',
    }),
  })
  assert.deepEqual(Object.fromEntries(items.map(({ name, standing }) => [name, standing])), {
    same: 'same',
    here: 'changed here',
    pack: 'changed in the pack',
    both: 'changed in both',
    alike: 'same',
    cut: 'removed here',
    own: 'there before the pack',
    new: 'new in the pack',
    gone: 'gone from the pack',
  })
  const both = items.find(({ name }) => name === 'both')
  assert.deepEqual(both?.here, [{ path: 'body', before: 'a', after: 'b' }])
  assert.deepEqual(both?.pack, [{ path: 'body', before: 'a', after: 'c' }])
})

test('a team of one’s own stands for the pack’s wherever it gets work', () => {
  const definition = {
    team: 'ONE',
    fields: [{ id: 'Team', label: 'ONE' }],
    procedure: {
      queue: 'One',
      assignment: [
        { name: 'a', to: 'ONE' },
        { name: 'b', to: { team: 'ONE' } },
      ],
      stages: [{ team: 'ONE', deadlines: [{ reminders: [{ to: { team: 'TWO' } }] }] }],
    },
  }
  const pack = { caseTypes: [{ name: 'X', definition }] } as unknown as Pack
  assert.deepEqual(packFor({ ONE: 'OURS' }, pack).caseTypes[0]?.definition, {
    team: 'OURS',
    fields: [{ id: 'Team', label: 'ONE' }],
    procedure: {
      queue: 'OURS',
      assignment: [
        { name: 'a', to: 'OURS' },
        { name: 'b', to: { team: 'OURS' } },
      ],
      stages: [{ team: 'OURS', deadlines: [{ reminders: [{ to: { team: 'TWO' } }] }] }],
    },
  })
})
