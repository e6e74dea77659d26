import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import pg from 'pg'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { Sending } from './sending.ts'

let stage: TestDatabase
before(async () => (stage = await testDatabase()))
after(() => stage.close())

let client: pg.Client
let sending: Sending
beforeEach(async () => {
  client = new pg.Client({ ...stage.owner, pipeline: true } as pg.ClientConfig)
  client.on('error', () => {})
  await client.connect()
  sending = new Sending(client)
})
afterEach(() => client.end())

const number = (value: unknown) => ({
  name: 'number',
  text: 'select $1::int4 as number',
  values: [value],
})
const numberOf = async (value: unknown) => (await sending.send(number(value))).rows
const never = { name: 'never', text: 'select nothing from nowhere' }
const later = { name: 'later', text: 'select 7 as later' }
const failure = (answer: Promise<unknown>) =>
  answer.then(
    () => assert.fail('It did not fail'),
    (error: Error) => error,
  )

test('statements sent together are answered each by its own rows, in order', async () => {
  const none = sending.send({ name: 'none', text: 'select 1 where false' })
  const [one, two] = await Promise.all([numberOf(1), numberOf(2)])
  assert.deepEqual([(await none).rows, one, two], [[], [{ number: 1 }], [{ number: 2 }]])
  assert.deepEqual(await numberOf(3), [{ number: 3 }])
})

test('what is behind a statement that fails is passed over, and fails with it', async () => {
  const before = numberOf(1)
  const [first, second] = await Promise.all([
    failure(sending.send(never)),
    failure(sending.send(later)),
  ])
  assert.deepEqual(await before, [{ number: 1 }])
  assert.match(first.message, /"nowhere" does not exist/)
  assert.equal(second, first)
})

test('a statement that was passed over is prepared when it is sent again', async () => {
  const passedOver = [failure(sending.send(never)), failure(sending.send(later))]
  await Promise.all(passedOver)
  assert.deepEqual((await sending.send(later)).rows, [{ later: 7 }])
})

test('what is sent after a flush is answered though something before it fails', async () => {
  const failed = failure(sending.send(never))
  sending.flush()
  assert.deepEqual(await numberOf(1), [{ number: 1 }])
  await failed
})

test('a value that is not of the type fails its statement and no later packet', async () => {
  assert.match((await failure(numberOf('x'))).message, /invalid input syntax/)
  assert.deepEqual(await numberOf(1), [{ number: 1 }])
})

test('a value that cannot be sent at all ends the connection: no answer goes to another', async () => {
  const unsendable = { toPostgres: () => assert.fail('no such text') }
  const [before, failed, behind] = [
    failure(numberOf(1)),
    failure(numberOf(unsendable)),
    failure(numberOf(2)),
  ]
  assert.match((await failed).message, /no such text/)
  assert.match((await before).message, /no such text|terminated/)
  assert.match((await behind).message, /no such text|terminated/)
  assert.match((await failure(numberOf(3))).message, /not queryable|terminated|no such text/)
})
