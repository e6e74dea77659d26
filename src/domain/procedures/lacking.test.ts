import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { shippedCalendars } from '#domain/calendar/index.ts'
import { closes, procedureOf, to } from '#test/procedures.ts'
import { allLacking, lacking, namesIn, type CaseFacts } from './lacking.ts'
import type { Condition, RelativeDay } from './procedure.ts'
import { conditionsOfEnding, fieldsIn, needsForEnding, outcomesOf } from './progress.ts'
import { relativeDay } from './relative-day.ts'

const bare: CaseFacts = {
  events: new Set(),
  eventsOfStage: () => new Set(),
  fields: new Set(),
  tasksDone: new Set(),
  lettersSent: new Set(),
  documentCategories: new Set(),
  classifiedIn: new Set(),
  points: 2,
  unansweredPoints: 2,
  openRemedies: 1,
  stoppedFor: ['clarification'],
  isCleared: false,
  isClearanceOpen: true,
  answerLacks: ['Part 1 is not decided yet.', 'Part 2 is not decided yet.'],
  withheldParts: [2],
  workers: new Map([['one', new Set([7])]]),
  worker: 7,
}

suite('what a case lacks is said, and nothing once it is there', () => {
  const table: readonly (readonly [Condition, string, Partial<CaseFacts>])[] = [
    [
      { kind: 'event recorded', event: 'acknowledged' },
      '“Acknowledged” must be recorded first.',
      { events: new Set(['acknowledged']) },
    ],
    [
      { kind: 'event recorded', event: 'panel' },
      '“Panel held” must be recorded first.',
      { events: new Set(['panel']) },
    ],
    [
      { kind: 'field filled', field: 'Finding' },
      '“What was found” must be filled in first.',
      { fields: new Set(['Finding']) },
    ],
    [
      { kind: 'task done', task: 'CALL' },
      'The task “Call the customer” must be done first.',
      { tasksDone: new Set(['CALL']) },
    ],
    [
      { kind: 'letter sent', template: 'ACK' },
      'The letter “Acknowledgement” must be sent first.',
      { lettersSent: new Set(['ACK']) },
    ],
    [
      { kind: 'document held', category: 'Evidence' },
      'A document of the category “Evidence” must be added first.',
      { documentCategories: new Set(['Evidence']) },
    ],
    [
      { kind: 'classified', group: 'Service' },
      'The case must be classified by “Service” first.',
      { classifiedIn: new Set(['Service']) },
    ],
    [
      { kind: 'points answered' },
      '2 points of complaint have no answer yet.',
      { unansweredPoints: 0 },
    ],
    [{ kind: 'remedies done' }, '1 remedy is not done yet.', { openRemedies: 0 }],
    [{ kind: 'clock running' }, 'The clock is stopped: clarification.', { stoppedFor: [] }],
    [{ kind: 'clearance given' }, 'The answer must be cleared first.', { isCleared: true }],
    [
      { kind: 'clearance settled' },
      'The answer that was put to be cleared must be cleared first.',
      { isClearanceOpen: false },
    ],
    [
      { kind: 'worker differs', stage: 'one' },
      'Somebody who did not work “Investigation” must have the case.',
      { worker: 8 },
    ],
  ]
  const procedure = procedureOf({
    events: [{ code: 'panel', name: 'Panel held' }],
    stages: [
      {
        code: 'one',
        name: 'Investigation',
        tasks: [{ code: 'CALL', title: 'Call the customer' }],
        outcomes: [closes],
      },
    ],
  })
  const nameOf = namesIn(procedure, {
    fields: new Map([['Finding', 'What was found']]),
    letters: new Map([['ACK', 'Acknowledgement']]),
  })
  for (const [condition, sentence, facts] of table)
    test(sentence, () => {
      assert.deepEqual(lacking(condition, bare, nameOf), [sentence])
      assert.deepEqual(lacking(condition, { ...bare, ...facts }, nameOf), [])
    })
})

test('a complaint of which no point is recorded is not answered', () => {
  assert.deepEqual(
    lacking({ kind: 'points answered' }, { ...bare, points: 0, unansweredPoints: 0 }),
    ['Record what is complained of, point by point, first.'],
  )
})

test('of an answer to a request for information all is said that it lacks', () => {
  const complete: Condition = { kind: 'answer complete' }
  assert.deepEqual(lacking(complete, bare), bare.answerLacks)
  assert.deepEqual(lacking(complete, { ...bare, answerLacks: [] }), [])
  const all: Condition = { kind: 'nothing withheld' }
  assert.deepEqual(lacking(all, bare), [
    'Something of part 2 is withheld, so not all is sent: choose another outcome, or decide the part anew.',
  ])
  assert.deepEqual(lacking(all, { ...bare, withheldParts: [] }), [])
})

test('a case that nobody has lacks a worker, and a code without a name stands for itself', () => {
  const differs: Condition = { kind: 'worker differs', stage: 'one' }
  assert.deepEqual(allLacking([differs, differs], { ...bare, worker: undefined }), [
    'Somebody who did not work “one” must have the case.',
  ])
})

test('whoever worked a stage cannot do what somebody else must, whoever has the case', () => {
  const differs: Condition = { kind: 'worker differs', stage: 'one' }
  const facts = { ...bare, workers: new Map([['one', new Set([7])]]) }
  const told = (worker: number | undefined, actor: number | undefined) =>
    lacking(differs, { ...facts, worker, actor })
  assert.deepEqual(told(8, 7), ['You worked “one”: somebody who did not must do this.'])
  assert.deepEqual(told(undefined, 7), ['You worked “one”: somebody who did not must do this.'])
  assert.deepEqual(told(7, 8), ['Somebody who did not work “one” must have the case.'])
  assert.deepEqual(told(8, 9), [])
  assert.deepEqual(told(undefined, 8), [])
})

test('an outcome asks for the end of its stage, what it says itself, its fields and the beginning of the next', () => {
  const procedure = procedureOf({
    stages: [
      {
        code: 'one',
        tasks: [{ code: 'CALL' }],
        exit: [{ kind: 'task done', task: 'CALL' }],
        outcomes: [
          { ...closes, requires: ['Finding'], conditions: ['points answered'] },
          to('two'),
        ],
      },
      { code: 'two', entry: ['clearance given'], outcomes: [closes] },
    ],
    endings: [{ code: 'w', requires: ['Reason'], conditions: ['remedies done'] }],
  })
  const [track] = procedure.tracks
  const [stage] = track?.stages ?? []
  const [ending] = procedure.endings
  assert.ok(track && stage && ending)
  const standing = { track, stage, facts: bare, nameOf: namesIn(procedure) }
  assert.deepEqual(
    outcomesOf(procedure, standing).map(({ outcome, needs }) => [
      outcome.code,
      needs.map(({ text }) => text),
    ]),
    [
      [
        'answered',
        [
          'The task “CALL” must be done first.',
          '2 points of complaint have no answer yet.',
          '“Finding” must be filled in first.',
        ],
      ],
      ['on', ['The task “CALL” must be done first.', 'The answer must be cleared first.']],
    ],
  )
  assert.deepEqual(needsForEnding(ending, standing), [
    { condition: { kind: 'remedies done' }, text: '1 remedy is not done yet.' },
    {
      condition: { kind: 'field filled', field: 'Reason' },
      text: '“Reason” must be filled in first.',
    },
  ])
  assert.deepEqual(fieldsIn(conditionsOfEnding(ending)), ['Reason'])
})

suite('a day is reckoned from something dated', () => {
  // 25 May 2026 is the spring bank holiday, a Monday; 23 and 24 May are its weekend
  const table: readonly (readonly [number, RelativeDay['unit'], string, string])[] = [
    [1, 'working', '2026-05-22', '2026-05-26'],
    [1, 'working', '2026-05-23', '2026-05-26'],
    [-1, 'working', '2026-05-26', '2026-05-22'],
    [-1, 'working', '2026-05-24', '2026-05-22'],
    [0, 'working', '2026-05-24', '2026-05-24'],
    [3, 'calendar', '2026-05-22', '2026-05-25'],
    [-3, 'calendar', '2026-05-22', '2026-05-19'],
  ]
  const calendar = shippedCalendars()['england-and-wales']
  for (const [days, unit, date, due] of table)
    test(`${days} ${unit} days from ${date}`, () => {
      const relative: RelativeDay = { days, unit, from: { kind: 'received' } }
      assert.equal(
        relativeDay(relative, ({ kind }) => (kind === 'received' ? date : undefined), calendar),
        due,
      )
      assert.equal(
        relativeDay(relative, () => undefined, calendar),
        undefined,
      )
    })
})
