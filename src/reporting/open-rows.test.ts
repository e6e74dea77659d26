import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openReportDatabase, type ReportDatabase } from '#platform/copy-out.ts'
import { trusted } from '#platform/sql.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { openRows } from './open-rows.ts'
import { csvLayout, jsonLayout } from './row-layout.ts'

let stage: TestDatabase
let reports: ReportDatabase
before(async () => {
  stage = await testDatabase()
  reports = openReportDatabase(stage.address, { atOnce: 1, seconds: 60 })
})
after(async () => {
  await reports.close()
  await stage.close()
})

const layout = jsonLayout(['n'])
const open = (query: string) => openRows(reports.copy(1, trusted(query)), layout)

test('the rows are sent to the last one, and then the array is closed', async () => {
  const rows = JSON.parse(await text(await open('select generate_series(1, 50000)'))) as object[]
  assert.equal(rows.length, 50_000)
  assert.deepEqual(rows.at(-1), { n: '50000' })
})

test('a failure before the first byte is an ordinary error (6.5)', async () => {
  await assert.rejects(open('select 1 / 0'), { code: '22012' })
})

test('a failure after the first byte breaks the reply off, never a clean end (6.5)', async () => {
  const stream = await open('select 1 / (200000 - n) from generate_series(1, 300000) n')
  let sent = ''
  let hasEnded = false
  stream.on('data', (piece: Buffer) => (sent += piece.toString()))
  stream.on('end', () => (hasEnded = true))
  await assert.rejects(once(stream, 'close'), { code: '22012' })
  assert.ok(sent.startsWith('[{"n": "0"}'))
  assert.ok(!hasEnded && !sent.endsWith(']'))
})

test('rows that are all there already let others have their turns (6.5)', async () => {
  const rows = Buffer.from('a row of some length\n'.repeat(2000))
  async function* ready() {
    for (let at = 0; at < 1000; at += 1) yield rows
    return 2_000_000
  }
  const brokenOff = new AbortController().signal
  const stream = await openRows({ chunks: ready(), stop() {}, brokenOff }, layout)
  const turns: number[] = []
  const clock = setInterval(() => turns.push(performance.now()), 1)
  stream.resume()
  await once(stream, 'end')
  clearInterval(clock)
  assert.ok(turns.length > 5, `there were ${turns.length} turns`)
})

test('a reader who goes away stops the query and frees its place (6.5)', async () => {
  const stream = await open('select generate_series(1, 1000000000)')
  stream.read()
  stream.destroy()
  await once(stream, 'close')
  assert.equal(await text(await open('select 7')), '[{"n": "7"}]')
})

test('a reader who goes away before the first row is no failure of ours', async () => {
  const stream = await open('select 1 union all select 2')
  stream.destroy()
  await once(stream, 'close')
  assert.equal(stream.errored, null)
})

test('a slow reader holds the rows up: memory stays the same', async () => {
  const stream = await openRows(
    reports.copy(1, trusted('select repeat($$x$$, 1000 + 0 * generate_series(1, 1000000000))')),
    csvLayout(['x'], { hasHeader: false, hasFooter: false }),
  )
  await wait(100)
  const before = process.memoryUsage.rss()
  for (let pieces = 0; pieces < 20; pieces += 1) {
    stream.read()
    await wait(20)
  }
  assert.ok(stream.readableLength < 1_000_000)
  assert.ok(process.memoryUsage.rss() - before < 50_000_000)
  stream.destroy()
  await once(stream, 'close')
})

test('a caller who reads nothing more is broken off, and the next report gets its turn', async (t) => {
  const hasty = openReportDatabase(stage.address, { atOnce: 1, turnSeconds: 10, readerSeconds: 1 })
  t.after(() => hasty.close())
  const rows = (query: string) => openRows(hasty.copy(1, trusted(query)), layout)
  const server = createServer(async (_, response) => {
    pipeline(await rows('select generate_series(1, 1000000000)'), response, () => {})
  }).listen(0, '127.0.0.1')
  t.after(() => server.close().closeAllConnections())
  await once(server, 'listening')
  const caller = connect((server.address() as AddressInfo).port, '127.0.0.1')
  caller.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  t.after(() => caller.destroy())
  await once(caller, 'readable')
  assert.equal(await text(await rows('select 7')), '[{"n": "7"}]')
  caller.resume()
  let received = ''
  caller.on('data', (piece: Buffer) => (received = piece.toString()))
  await once(caller, 'close')
  assert.ok(!received.endsWith('0\r\n\r\n'), 'the reply never ends as if it were whole')
})

test('a reader of few rows who takes nothing is broken off as well', async (t) => {
  const hasty = openReportDatabase(stage.address, { atOnce: 1, turnSeconds: 10, readerSeconds: 1 })
  t.after(() => hasty.close())
  const copied = hasty.copy(1, trusted('select 1'))
  await copied.chunks.next()
  assert.equal((await hasty.copy(2, trusted('select 2')).chunks.next()).done, false)
  assert.ok(copied.brokenOff.aborted)
  await assert.rejects(copied.chunks.next(), /took nothing any more/)
})
