import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commandLine } from '#test/casewright.ts'
import { clockEvent, ruleId, whenReceived } from './deadline-kinds.ts'

const line = commandLine()
const { casewright, json } = line
const folder = mkdtempSync(join(tmpdir(), 'casewright-deadlines-'))
after(() => {
  line.remove()
  rmSync(folder, { recursive: true, force: true })
})

const vectors = fileURLToPath(
  new URL('../../../test/vectors/deadline-vectors.csv', import.meta.url),
)
const request = ['deadline', 'due', '--rule', 'FOI_RESPONSE', '--nation', 'england'] as const

test('a file of dates is verified without a database', async () => {
  const { rows, agreeing, differing } = await json<{
    rows: { id: string; expected: string; computed: string }[]
    agreeing: number
    differing: number
  }>('deadline', 'verify', vectors)
  assert.equal(rows.length, 187)
  assert.deepEqual([agreeing, differing], [187, 0])
  assert.ok(!existsSync(line.directory))
})

test('a date that differs is explained, a row that cannot be read is told, and both end with 1', async () => {
  const file = join(folder, 'wrong.csv')
  const header = readFileSync(vectors, 'utf8').split('\n')[0] ?? ''
  const rows = [
    'W1,FOI_RESPONSE,england,2026-06-06,,2026-07-03,S,as if Scotland had worked',
    'W2,NO_RULE,england,2026-06-06,,2026-07-03,S,unknown',
    'W3,FOI_RESPONSE,england,2026-06-06,clarification_requested=2026-07-07,PAUSED,S,late',
    'W4,FOI_RESPONSE,england,2026-06-06,fee_received=2026-07-07,2026-07-06,S,no question',
  ]
  writeFileSync(file, `${[header, ...rows].join('\n')}\n`)
  const { code, out } = await casewright('deadline', 'verify', file)
  assert.equal(code, 1)
  assert.match(out, /W1 +FOI_RESPONSE +2026-07-03 +2026-07-06 +DIFFERS/)
  assert.match(out, /World Cup bank holiday \(Scotland\), 15 June 2026/)
  assert.match(out, /Line 3 \(W2\) cannot be read: There is no rule "NO_RULE"/)
  assert.match(out, /W3 +FOI_RESPONSE +PAUSED +PAUSED +agrees\n/)
  assert.match(out, /W3: a question was asked after the date then due\..* makes 2026-07-06\./)
  assert.match(out, /W4 +FOI_RESPONSE +2026-07-06 +refused +DIFFERS\n/)
  assert.match(out, /W4 expects 2026-07-06: no question\n {2}.* answers nothing/)
  assert.equal((await casewright('deadline', 'verify', join(folder, 'none.csv'))).code, 1)
  assert.equal((await casewright('deadline', 'verify', join(folder, 'none.csv'))).out, '')
})

test('one date is said, and why', async () => {
  const events = [
    '--event',
    'clarification_received=2026-06-20',
    '--event',
    'clarification_requested=2026-06-10',
  ]
  const short = await casewright(...request, '--received', '2026-06-06T18:00+01:00', ...events)
  assert.deepEqual([short.code, short.out], [0, '2026-07-20\n'])
  const long = await casewright(...request, '--received', '2026-06-06', ...events, '--explain')
  assert.match(long.out, /starts afresh on 20 June 2026/)
  assert.match(long.out, /^ {4}1 {2}Monday 22 June 2026$/m)
  assert.match(long.out, /^ {4}- {2}Sunday 21 June 2026, does not count: /m)
  assert.match(long.out, /^ {3}20 {2}Monday 20 July 2026\n$/m)
  const { dueOn, calendar } = await json<{ dueOn: string; calendar: { name: string } }>(
    ...request,
    '--received',
    '2026-06-06',
  )
  assert.deepEqual([dueOn, calendar.name], ['2026-07-06', 'uk'])
  const { words, counted } = await json<{ words: string[]; counted: unknown[] }>(
    ...request,
    '--received',
    '2026-06-06',
    '--explain',
  )
  assert.deepEqual([counted.length, words.length > 3], [20, true])
})

test('what came too late leaves the date as it is and is told, or is refused with its rule', async () => {
  const after = (rule: string, ...events: string[]) =>
    casewright(
      ...(['deadline', 'due', '--nation', 'england', '--received', '2026-06-06'] as const),
      '--rule',
      rule,
      ...events.flatMap((event) => ['--event', event]),
    )
  const stands = await after('EIR_RESPONSE', 'extension_notified=2026-07-07')
  assert.deepEqual(stands, {
    code: 0,
    out: '2026-07-06\nThe extension told on 7 July 2026 does not count: it had to be told by 6 July 2026, the last day without it (Environmental Information Regulations 2004, regulation 7).\n',
    errors: '',
  })
  const question = await after('FOI_RESPONSE', 'clarification_requested=2026-07-07')
  assert.equal(question.code, 0)
  assert.match(
    question.out,
    /^2026-07-06\n"Clarification asked for" on 7 July 2026 .*moves nothing/,
  )
  const refused = await after(
    'HO_S1_RESPONSE',
    'acknowledged=2026-06-08',
    'extension_notified=2026-06-23',
  )
  assert.deepEqual([refused.code, refused.out], [1, ''])
  assert.match(refused.errors, /told on 23 June 2026 is refused: it had to be told by 22 June 2026/)
})

test('what cannot be is refused in words', async () => {
  const wrong: [string[], number, RegExp][] = [
    [['--received', '2028-12-20'], 1, /only provisionally: no bank holidays are known for 2029/],
    [['--received', '2022-12-20'], 1, /are known for 2022/],
    [['--received', '2026-10-25T01:30'], 2, /came twice on 25 October 2026/],
    [['--received', '2026-03-29T01:30'], 2, /There was no 01:30 on 29 March 2026/],
    [['--received', '2026-06-06', '--event', 'fee=2026-06-09'], 2, /There is no event "fee"/],
    [['--received', '2026-06-06', '--event', 'fee_received=2026-06-09'], 1, /answers nothing/],
    [['--received', '2026-06-06', '--event', 'fees_notice_given=2026-06-05'], 1, /lies before/],
    [['--received', '2026-06-06', '--number', '5'], 1, /not an organisation's to set/],
    [
      [
        '--received',
        '2026-06-06',
        '--event',
        'fees_notice_given=2026-06-08',
        '--event',
        'fees_notice_given=2026-06-09',
      ],
      1,
      /stops the clock for it since 8 June 2026 already/,
    ],
  ]
  for (const [args, code, message] of wrong) {
    const ended = await casewright(...request, ...args)
    assert.deepEqual([ended.code, ended.out], [code, ''], args.join(' '))
    assert.match(ended.errors, message)
  }
})

test('a rule is found in small letters, and for one that is not there the nearest are named', async () => {
  const given = ['--nation', 'england', '--received', '2026-06-06']
  const small = await casewright('deadline', 'due', '--rule', 'foi_response', ...given)
  assert.deepEqual([small.code, small.out], [0, '2026-07-06\n'])
  const unknown = await casewright('deadline', 'due', '--rule', 'FOI_RESPNSE', ...given)
  assert.equal(unknown.code, 2)
  assert.match(unknown.errors, /is no rule; the nearest are FOI_RESPONSE(, [A-Z0-9_]+){4} \(/)
})

test('the rules are listed with their versions and sources', async () => {
  const { code, out } = await casewright('deadline', 'rules')
  assert.equal(code, 0)
  assert.match(out, /SAR_RESPONSE +2026-02 +2026-02-05 +nation +CORRESPONDING_MONTHS\(1\) +statute/)
  assert.match(out, /FOI_RESPONSE .* clarification_requested .*fees_notice_given/)
  assert.match(out, /STAIRS_RESPONSE .*AFTER_WD\(not settled\)/)
})

test('what is typed is taken or refused as it says', () => {
  for (const { name, read, good, bad } of [clockEvent, ruleId, whenReceived]) {
    for (const text of good) assert.ok('value' in read(text), `${name}: ${text}`)
    for (const text of bad) assert.ok('fault' in read(text), `${name}: ${text}`)
  }
})
