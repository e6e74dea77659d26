import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { NoTurn, openTurns } from './report-turns.ts'

const patient = new AbortController().signal

/** Asks for a turn and notes whether it was given. */
function ask(turns: ReturnType<typeof openTurns>, organisationId: number, signal = patient) {
  const asked = { isGiven: false, giveBack: () => {}, turn: turns.take(organisationId, signal) }
  asked.turn.then(
    (giveBack) => Object.assign(asked, { isGiven: true, giveBack }),
    () => {},
  )
  return asked
}

test('no organisation has more than half of the turns', async () => {
  const turns = openTurns({ atOnce: 4, turnSeconds: 60 })
  const [a, b, c] = [ask(turns, 1), ask(turns, 1), ask(turns, 1)]
  const [other, another, last] = [ask(turns, 2), ask(turns, 3), ask(turns, 4)]
  await wait(0)
  assert.deepEqual(
    [a, b, c, other, another, last].map(({ isGiven }) => isGiven),
    [true, true, false, true, true, false],
  )
  a.giveBack()
  a.giveBack()
  await wait(0)
  // who came first goes first
  assert.deepEqual([c.isGiven, last.isGiven], [true, false])
  other.giveBack()
  await wait(0)
  assert.ok(last.isGiven)
})

test('who waits in vain is told so and takes no turn later', async () => {
  const turns = openTurns({ atOnce: 1, turnSeconds: 0.05 })
  const first = ask(turns, 1)
  await assert.rejects(ask(turns, 1).turn, NoTurn)
  const leaving = new AbortController()
  const second = ask(turns, 1, leaving.signal)
  leaving.abort(new Error('gone'))
  await assert.rejects(second.turn, /gone/)
  first.giveBack()
  const third = ask(turns, 1)
  await third.turn
  assert.deepEqual([second.isGiven, third.isGiven], [false, true])
})
