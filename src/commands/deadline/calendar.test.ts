import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { commandLine } from '#test/casewright.ts'

const line = commandLine()
const { casewright, json, sql } = line
let server: Awaited<ReturnType<typeof line.serve>>
const demo = ['--organisation', 'demo'] as const

before(async () => {
  await casewright('organisation', 'create', 'demo', '--name', 'Demo Council')
  server = await line.serve()
})
after(async () => {
  await server.stop()
  line.remove()
})

interface Change {
  readonly days: readonly { readonly on: string }[]
  readonly moves: readonly object[]
  readonly recomputationId: number | null
}

test('days of a feed are shown, wait for agreement, are stored once and recomputed', async () => {
  const file = join(line.directory, 'feed.json')
  const events = [{ date: '2031-05-09', title: 'A new day', notes: '', bunting: true }]
  writeFileSync(file, JSON.stringify({ scotland: { division: 'scotland', events } }))
  const asked = await casewright('calendar', 'import', file, ...demo)
  assert.equal(asked.code, 1)
  assert.match(asked.errors, /1 day is new:\n +2031-05-09 +A new day[^]*add --yes to agree/)
  assert.deepEqual(await sql('select from calendar_days'), [])
  const stored = await json<Change>('calendar', 'import', file, ...demo, '--yes')
  assert.deepEqual(
    [stored.days.map(({ on }) => on), stored.moves, stored.recomputationId],
    [['2031-05-09'], [], 1],
  )
  const again = await json<Change>('calendar', 'import', file, ...demo, '--yes')
  assert.deepEqual([again.days, again.recomputationId], [[], null])
  const other = [{ date: '2031-05-12', title: 'Another day', notes: '', bunting: true }]
  writeFileSync(file, JSON.stringify({ scotland: { division: 'scotland', events: other } }))
  const lacking = await casewright('calendar', 'import', file, ...demo)
  assert.match(
    lacking.errors,
    /does not have 1 day that is known, which stays [^]*2031-05-09 +A new day/,
  )
})

test('sitting days are stored with what a recess is taken for, and a date is counted by their file', async () => {
  const file = join(line.directory, 'sitting.txt')
  writeFileSync(file, 'House of Commons\n7/1/2030..10/1/2030\n21/1/2030..24/1/2030\n')
  const stored = await casewright('calendar', 'import', file, ...demo, '--yes')
  assert.match(
    stored.out,
    /^8 days are new:[^]*does not sit from 11 January 2030 to 20 January 2030/,
  )
  const counted = ['deadline', 'due', '--rule', 'PQ_ORDINARY', '--nation', 'england'] as const
  const known = await casewright(...counted, '--received', '2030-01-09', '--calendar', file)
  assert.equal(known.out, '2030-01-24\n')
  const unknown = await casewright(...counted, '--received', '2030-01-21', '--calendar', file)
  assert.match(unknown.errors, /only provisionally: no sitting days of the House of Commons are/)
})

test('a day is retired with a reason and stays on record; closures are listed by their names', async () => {
  const reason = ['--reason', 'Proclamation withdrawn'] as const
  await json('calendar', 'retire', '2031-05-09', ...demo, ...reason, '--yes')
  const closed = await casewright(
    ...(['calendar', 'close', '2031-12-20..2031-12-25', ...demo, '--kind', 'local'] as const),
    ...(['--name', 'Shutdown', '--yes'] as const),
  )
  assert.match(closed.out, /^4 weekdays are newly closed, of 6 days:\n {2}2031-12-22 /)
  const { out } = await casewright('calendar', 'list', ...demo)
  assert.match(out, /2031-05-09 .*A new day +retired: Proclamation withdrawn/)
  assert.match(out, /2031-12-25 +organisation +local closure +Shutdown/)
  const progress = await casewright('calendar', 'progress', ...demo)
  assert.match(progress.out, /2031-05-09 is retired/)
})
