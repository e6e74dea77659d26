import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { closes, procedureOf, to } from '#test/procedures.ts'
import { simulate, type SampleCourse } from './simulate.ts'

/** A Saturday, nine days before a bank holiday that only Scotland has. */
const course: SampleCourse = { received: { on: '2026-06-06' }, nation: 'england' }

const complaint = procedureOf({
  tracks: [
    {
      code: 'main',
      stages: [
        {
          code: 'stage-1',
          name: 'Stage 1',
          status: 'Investigating',
          customerStatus: 'We are looking into it',
          deadlines: [
            { code: 'ack', rule: 'HO_S1_ACK', metBy: { event: 'acknowledged' } },
            { code: 'respond', rule: 'HO_S1_RESPONSE', isTarget: true },
            { code: 'after', target: { days: 2 }, from: { event: 'panel' } },
          ],
          tasks: [
            { code: 'CALL', title: 'Call', due: { days: 2 } },
            { code: 'FILE', title: 'File it' },
          ],
          letters: [
            { template: 'ACK', due: { days: -1, from: { deadline: 'ack' } } },
            { template: 'ANSWER', when: 'stage ended' },
          ],
          exit: ['points answered', { kind: 'task done', task: 'CALL' }],
          outcomes: [
            { ...closes, label: 'Answered', requires: ['Finding'] },
            to('stage-2', 'escalated'),
          ],
        },
        {
          code: 'stage-2',
          entry: [{ kind: 'worker differs', stage: 'stage-1' }],
          deadlines: [{ code: 'respond', target: { days: 10, unit: 'calendar' } }],
          outcomes: [to('stage-1', 'returned'), closes],
        },
      ],
    },
    {
      code: 'hazard',
      stages: [
        {
          code: 'safe',
          deadlines: [{ code: 'make-safe', rule: 'AWAAB_EMERGENCY' }],
          outcomes: [{ code: 'safe', leadsTo: 'track end' }],
        },
      ],
    },
  ],
  events: [{ code: 'panel', name: 'Panel held' }],
  deadlines: [{ code: 'long-stop', target: { days: 60 } }],
})

test('an ordinary case takes the first outcome, and each thing has its day', () => {
  const { steps, closedOn, deadlines } = simulate(complaint, course)
  assert.deepEqual(deadlines, [
    { code: 'long-stop', name: 'long-stop', isTarget: false, due: '2026-08-28' },
  ])
  assert.deepEqual(steps, [
    {
      track: 'main',
      stage: 'stage-1',
      name: 'Stage 1',
      status: 'Investigating',
      customerStatus: 'We are looking into it',
      startedOn: '2026-06-06',
      endedOn: '2026-06-26',
      deadlines: [
        { code: 'ack', name: 'ack', isTarget: false, rule: 'HO_S1_ACK', due: '2026-06-12' },
        {
          code: 'respond',
          name: 'respond',
          isTarget: true,
          rule: 'HO_S1_RESPONSE',
          due: '2026-06-26',
        },
        {
          code: 'after',
          name: 'after',
          isTarget: false,
          because: 'waits for the event “Panel held”',
        },
      ],
      tasks: [
        { code: 'CALL', title: 'Call', due: '2026-06-09' },
        { code: 'FILE', title: 'File it' },
      ],
      letters: [
        { code: 'ACK', title: 'stage started', due: '2026-06-11' },
        { code: 'ANSWER', title: 'stage ended' },
      ],
      conditions: ['points answered', 'task done: Call', 'field filled: Finding'],
      outcome: 'Answered',
      leadsTo: 'closure',
      begins: [],
    },
  ])
  assert.equal(closedOn, '2026-06-26')
})

test('events move what counts from them, and only in the stage in which they happen', () => {
  const { steps } = simulate(complaint, {
    ...course,
    take: ['escalated', 'answered'],
    events: [
      { name: 'panel', on: '2026-06-17' },
      { name: 'acknowledged', on: '2026-06-08' },
      { name: 'acknowledged', on: '2026-06-29' },
    ],
  })
  assert.deepEqual(
    steps.map(({ stage, startedOn, endedOn, deadlines }) => [
      stage,
      startedOn,
      endedOn,
      deadlines.map(({ due }) => due),
    ]),
    [
      ['stage-1', '2026-06-06', '2026-06-22', ['2026-06-12', '2026-06-22', '2026-06-19']],
      ['stage-2', '2026-06-22', '2026-07-02', ['2026-07-02']],
    ],
  )
  assert.deepEqual(steps[0]?.conditions.at(-1), 'worker differs: Stage 1')
})

test('a loop is left by the nearest way out', () => {
  const { steps } = simulate(complaint, { ...course, take: ['escalated'] })
  assert.deepEqual(
    steps.map(({ stage, leadsTo }) => [stage, leadsTo]),
    [
      ['stage-1', 'stage-2'],
      ['stage-2', 'closure'],
    ],
  )
})

test('a track is begun by hand, and hours are counted from the moment of receipt', () => {
  const hazard = (received: SampleCourse['received']) =>
    simulate(complaint, { ...course, received, begin: ['hazard'] }).steps.filter(
      ({ track }) => track === 'hazard',
    )
  assert.deepEqual(
    hazard({ on: '2026-06-06', at: '2026-06-06T17:00:00Z' }).map((step) => [
      step.leadsTo,
      step.endedOn,
      step.deadlines.map(({ due }) => due),
    ]),
    [['track end', '2026-06-07', ['2026-06-07T18:00:00+01:00']]],
  )
  const [why] = hazard(course.received).flatMap(({ deadlines }) => deadlines)
  assert.match(why?.because ?? '', /needs the time of day/)
})

suite('what cannot be walked is refused in a sentence', () => {
  const table: readonly (readonly [string, Partial<SampleCourse>])[] = [
    ['The stage stage-1 has no outcome "sold"; it has: answered, escalated', { take: ['sold'] }],
    ['The track main has ended before "answered"', { take: ['answered', 'answered'] }],
    ['There is no track "side"; there are: main, hazard', { begin: ['side'] }],
  ]
  for (const [message, part] of table)
    test(message, () => {
      assert.throws(() => simulate(complaint, { ...course, ...part }), { message })
    })
  test('a procedure without an end', () => {
    const endless = procedureOf({ stages: [{ code: 'one', outcomes: [to('one')] }] })
    assert.throws(() => simulate(endless, course), {
      message: 'No end is reached from the stage one of main',
    })
  })
})
