import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { int4, json } from './columns.ts'
import { change, type Writing } from './statement.ts'

let opened: TestDatabase
before(async () => {
  opened = await testDatabase()
})
after(() => opened.close())

const divide = change({
  takes: { by: int4 },
  returns: { result: int4 },
  sql: `select 1 / :by as result`,
})
const keep = change({
  takes: { what: json<unknown>() },
  returns: {},
  sql: `select from (select :what) w`,
})

test('a statement that nobody awaits fails its transaction, and nothing but its transaction', async () => {
  await assert.rejects(
    opened.database.write(1, async (db) => {
      void divide(db, { by: 0 })
      return 'done'
    }),
    { message: 'division by zero' },
  )
  // the runner fails a test during which a rejection goes unhandled
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(await opened.database.write(1, (db) => divide(db, { by: 1 })), [{ result: 1 }])
})

test('a value that cannot be sent fails the transaction, awaited or not', async () => {
  await assert.rejects(
    opened.database.write(1, async (db) => {
      void keep(db, { what: 1n })
      return 'done'
    }),
    TypeError,
  )
})

test('a transaction whose connection was lost before its commit is run again on another', async () => {
  let tries = 0
  const result = await opened.database.write(1, async (db) => {
    tries += 1
    await divide(db, { by: 1 })
    if (tries === 1)
      await opened.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = 'casewright' and state = 'idle in transaction'`,
      )
    return divide(db, { by: 1 })
  })
  assert.deepEqual(result, [{ result: 1 }])
  assert.equal(tries, 2)
})

test('what is sent after its transaction has ended is refused: the connection may be another’s', async () => {
  const { database } = opened
  const left: Writing[] = []
  await database.write(1, async (db) => void left.push(db))
  await database.read(1, async (db) => void left.push(db as Writing))
  const refusing = database.write(1, async (db) => {
    left.push(db)
    throw new Error('Refused')
  })
  await assert.rejects(refusing, { message: 'Refused' })
  for (const db of left)
    await assert.rejects(divide(db, { by: 1 }), { message: 'The transaction is over' })
  assert.equal(left.length, 3)
})
