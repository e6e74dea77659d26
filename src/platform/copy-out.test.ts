import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { until } from '#test/until.ts'
import { openReportDatabase, type CopiedRows, type ReportDatabase } from './copy-out.ts'
import { sql, trusted } from './sql.ts'

let stage: TestDatabase
let reports: ReportDatabase
before(async () => {
  stage = await testDatabase()
  for (const name of ['one', 'two']) {
    await stage.sql(`select create_organisation($1, $1, 1)`, [name])
    await stage.sql(
      `insert into teams (organisation_id, code, name)
       select organisation_id, 'T', name from organisations where name = $1`,
      [name],
    )
  }
  reports = openReportDatabase(stage.address, { atOnce: 1, seconds: 20 })
})
after(async () => {
  await reports.close()
  await stage.close()
})

const endless = trusted('select repeat($$x$$, 100), generate_series(1, 1000000000)')

async function all({ chunks }: CopiedRows): Promise<{ text: string; rows: number }> {
  let text = ''
  for (;;) {
    const { done, value } = await chunks.next()
    if (done) return { text, rows: value }
    text += value.toString()
  }
}

/** Waits until no report is being run by PostgreSQL. */
async function untilIdle(): Promise<void> {
  await until(async () => {
    const [row] = await stage.sql(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and usename = 'casewright'
         and (query like 'copy %' and state <> 'idle')`,
    )
    return row?.['n'] === 0
  }, 'PostgreSQL runs no report')
}

test('rows come as COPY writes them, nulls as empty text, and are counted', async () => {
  const value = "O'Neill \\ $1 $$ ; --"
  const query = sql`select a, ${value}::text from (values (1, 'x'), (null, 'y')) as t (a, b) order by b`
  const copied = "O'Neill \\\\ $1 $$ ; --"
  assert.deepEqual(await all(reports.copy(1, query)), {
    text: `1\t${copied}\n\t${copied}\n`,
    rows: 2,
  })
})

test('a report meets only rows of the organisation it is run for', async () => {
  const query = trusted('select name from teams')
  assert.equal((await all(reports.copy(1, query))).text, 'one\n')
  assert.equal((await all(reports.copy(2, query))).text, 'two\n')
})

test('the role of reports reads what is reportable and nothing else, and writes nothing', async () => {
  for (const hidden of [
    'select email from users',
    'select body from notes',
    'select actor from audit_entries',
    'select key from api_keys',
    'select question from equality.answers',
  ])
    await assert.rejects(all(reports.copy(1, trusted(hidden))), { code: '42501' }, hidden)
  const writing = trusted('with gone as (delete from teams returning 1) select 1')
  await assert.rejects(all(reports.copy(1, writing)), { code: '25006' })
})

test('breaking off while rows come stops the query, and another report gets its turn', async () => {
  const copied = reports.copy(1, endless)
  await copied.chunks.next()
  copied.stop()
  await assert.rejects(all(copied), /broken off/)
  await untilIdle()
  assert.equal((await all(reports.copy(1, trusted('select 1')))).rows, 1)
})

test('breaking off before the first row stops the query', async () => {
  const copied = reports.copy(1, trusted('select pg_sleep(19)'))
  const first = assert.rejects(copied.chunks.next(), /broken off/)
  await wait(300)
  copied.stop()
  await first
  await untilIdle()
})

test('a report that takes too long is stopped, also when its reader has stopped reading', async (t) => {
  const hasty = openReportDatabase(stage.address, { atOnce: 1, seconds: 2 })
  t.after(() => hasty.close())
  await assert.rejects(all(hasty.copy(1, trusted('select pg_sleep(19)'))))
  await untilIdle()
  const copied = hasty.copy(1, endless)
  await copied.chunks.next().catch(() => {})
  await wait(2100)
  await untilIdle()
  await assert.rejects(all(copied))
})

test('a server process that ends amid the rows never looks like their end', async () => {
  const copied = reports.copy(1, endless)
  await copied.chunks.next()
  await stage.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query like 'copy %' and pid <> pg_backend_pid()`,
  )
  await assert.rejects(all(copied))
})

test('a query that fails gives its connection back', async () => {
  await assert.rejects(all(reports.copy(1, trusted('select 1 / 0'))), { code: '22012' })
  assert.equal((await all(reports.copy(1, trusted('select 1')))).rows, 1)
})

test('who gets no turn in time is told so, in words, before the first row', async (t) => {
  const few = openReportDatabase(stage.address, { atOnce: 2, turnSeconds: 1 })
  t.after(() => few.close())
  const running = few.copy(1, endless)
  await running.chunks.next()
  await assert.rejects(all(few.copy(1, trusted('select 1'))), {
    name: 'NoTurn',
    message: 'No report could be begun within 1 s, for too many are running',
  })
  // another organisation is not held up by the one that has its share
  assert.equal((await all(few.copy(2, trusted('select 1')))).rows, 1)
  const waiting = few.copy(1, trusted('select 1'))
  const gone = assert.rejects(waiting.chunks.next(), /broken off/)
  waiting.stop()
  await gone
  running.stop()
  await assert.rejects(all(running), /broken off/)
  assert.equal((await all(few.copy(1, trusted('select 1')))).rows, 1)
})
