import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentionedIn, mentionOf } from './mention.ts'

const person = (userId: number, userName: string, fullName: string) => ({
  userId,
  userName,
  fullName,
})
const ann = person(1, 'ann', 'Ann')
const annBell = person(2, 'abell', 'Ann Bell')
const ife = person(3, 'iokafor', 'Okafor, Ife')
const otherIfe = person(4, 'iokafor2', 'Okafor, Ife')
const zoe = person(5, 'zoe', 'Zoë O’Neill')
const all = [ann, annBell, ife, otherIfe, zoe]

test('somebody is mentioned by name, in either order, or by user name, in any letter case', () => {
  const cases: readonly (readonly [string, readonly number[]])[] = [
    ['@Ann Bell please ring', [2]],
    ['Please ring, @ann.', [1]],
    ['(@ABELL) and @zoë o’neill: see above', [2, 5]],
    ['@Ife Okafor', [3, 4]],
    ['@Okafor, Ife', [3, 4]],
    ['@iokafor2, not the other', [4]],
    ['@Ann, @ann and @Ann again', [1]],
    ['Write to ann@north.example or x.@ann', []],
    ['@Anna, @, @@ and Ann', []],
    ['İİİ @Ann Bell', [2]],
    [`${'@'.repeat(1_000_000)}ann`, []],
    ['', []],
  ]
  for (const [text, expected] of cases)
    assert.deepEqual(
      mentionedIn(text, all).map(({ userId }) => userId),
      expected,
      text,
    )
})

test('where several have a name, the user name is written', () => {
  assert.deepEqual(
    all.map((each) => mentionOf(each, all)),
    ['Ann', 'Ann Bell', 'iokafor', 'iokafor2', 'Zoë O’Neill'],
  )
})
