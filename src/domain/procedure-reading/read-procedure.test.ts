import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Procedure } from '#domain/procedures/index.ts'
import { completeProcedure, givenProcedureOf } from './read-procedure.ts'
import { collectFaults } from './shape.ts'

const read = (definition: object): Procedure => {
  const faults = collectFaults()
  const given = givenProcedureOf(definition, 'procedure', faults)
  if (!given || faults.all.length > 0) assert.fail(faults.all.join('; '))
  return completeProcedure({ procedure: given })
}
const faultsOf = (definition: unknown): readonly string[] => {
  const faults = collectFaults()
  givenProcedureOf(definition, 'procedure', faults)
  return faults.all
}
const dated = 'must be "received", "stage started", { "event": … } or { "deadline": … }'
const ends = [{ code: 'answered', leadsTo: 'closure' }]

test('a stage says only what is particular about it', () => {
  const { tracks, endings, latePapers } = read({
    stages: [
      {
        code: 'stage-1',
        name: 'Investigation',
        deadlines: [{ code: 'answer', target: { days: 10 }, from: { event: 'acknowledged' } }],
        tasks: [{ code: 'CALL', due: { days: 2 } }],
        letters: [{ template: 'ACK' }],
        exit: ['points answered', { kind: 'task done', task: 'CALL' }],
        outcomes: ends,
      },
    ],
  })
  assert.deepEqual(tracks, [
    {
      code: 'main',
      name: 'Main',
      begins: 'opening',
      stages: [
        {
          code: 'stage-1',
          name: 'Investigation',
          status: 'Investigation',
          customerStatus: 'Investigation',
          entry: [],
          exit: [{ kind: 'points answered' }, { kind: 'task done', task: 'CALL' }],
          deadlines: [
            {
              code: 'answer',
              name: 'answer',
              basis: { target: { days: 10, unit: 'working' } },
              from: { kind: 'event', event: 'acknowledged' },
              metBy: 'end',
              isTarget: true,
              reminders: [
                { at: { share: 75 }, to: { kind: 'owner' }, isReassigning: false },
                { at: { share: 100 }, to: { kind: 'manager' }, isReassigning: false },
              ],
            },
          ],
          tasks: [
            {
              code: 'CALL',
              title: 'CALL',
              due: { days: 2, unit: 'working', from: { kind: 'stage started' } },
            },
          ],
          letters: [{ template: 'ACK', when: 'stage started' }],
          outcomes: [
            {
              code: 'answered',
              label: 'answered',
              leadsTo: 'closure',
              requires: [],
              conditions: [],
            },
          ],
        },
      ],
    },
  ])
  assert.deepEqual(
    endings.map(({ kind }) => kind),
    ['withdrawn', 'rejected', 'returned'],
  )
  assert.deepEqual(latePapers, { later: 'filed' })
})

test('what is said in full is kept', () => {
  const { tracks, ...rest } = read({
    tracks: [
      { code: 'complaint', stages: [{ code: 'one', outcomes: ends }] },
      {
        code: 'hazard',
        begins: 'by hand',
        stages: [{ code: 'made-safe', outcomes: [{ code: 'safe', leadsTo: 'track end' }] }],
      },
    ],
    deadlines: [
      {
        code: 'law',
        rule: 'FOI_RESPONSE',
        isTarget: true,
        metBy: { event: 'answered' },
        reminders: [
          { share: 50, to: { team: 'FOI' }, isReassigning: true },
          { daysBefore: 2, to: 'manager' },
        ],
      },
    ],
    reopenings: [{ code: 'again', stage: 'one', withinDays: 30 }],
    latePapers: { reopensWithinDays: 28, reopening: 'again', later: 'linked case' },
    assignment: [
      { name: 'Welsh', when: { languages: ['Welsh'] }, to: { team: 'CYM', by: 'turn' } },
    ],
    queue: 'POST',
    clearances: [{ code: 'press', steps: [{ code: 'legal', team: 'LEGAL' }] }],
    endings: [],
  })
  assert.deepEqual(
    tracks.map(({ code, begins }) => [code, begins]),
    [
      ['complaint', 'opening'],
      ['hazard', 'by hand'],
    ],
  )
  assert.deepEqual(rest.deadlines[0]?.reminders, [
    { at: { share: 50 }, to: { kind: 'team', team: 'FOI' }, isReassigning: true },
    { at: { daysBefore: 2 }, to: { kind: 'manager' }, isReassigning: false },
  ])
  assert.deepEqual(rest.reopenings, [
    {
      code: 'again',
      label: 'again',
      track: 'complaint',
      stage: 'one',
      withinDays: 30,
      later: 'linked case',
    },
  ])
  assert.deepEqual(rest.latePapers, {
    reopensWithinDays: 28,
    reopening: 'again',
    later: 'linked case',
  })
  assert.deepEqual(rest.endings, [])
  assert.deepEqual(rest.clearances[0]?.steps, [{ code: 'legal', name: 'legal', team: 'LEGAL' }])
})

test('all that is wrong with the form of a procedure is told, and where', () => {
  assert.deepEqual(
    faultsOf({
      colour: 'teal',
      stages: [
        {
          code: 'one two',
          entry: ['full moon', 'task done', { kind: 'field filled', field: 'A', task: 'B' }],
          deadlines: [
            { code: 'a' },
            { code: 'b', rule: 'FOI_RESPONSE', target: { days: 1 } },
            { code: 'c', rule: 'X', from: 'yesterday', metBy: 'luck' },
            { code: 'd', rule: 'X', from: { event: 'a', deadline: 'b' } },
            { code: 'e', rule: 'X', reminders: [{ to: 'nobody' }, { share: 1, daysBefore: 1 }] },
          ],
          outcomes: [{ code: 'lost' }],
        },
      ],
      tracks: [{ code: 'empty', stages: [] }],
    }).map((fault) => fault.replace(/one of: .*/, 'one of …')),
    [
      'procedure.colour is not known',
      'procedure.stages[0].code must be letters, digits, hyphens and underscores, 60 at most',
      'procedure.stages[0].entry[0] must be one of …',
      'procedure.stages[0].entry[1].task is missing',
      'procedure.stages[0].entry[2].task is not known',
      'procedure.stages[0].deadlines[0] (a) has neither a rule nor a target, only code: add "rule": "ID" or "target": { "days": NUMBER }',
      'procedure.stages[0].deadlines[1] (b) has a rule and a target: leave one of them out',
      `procedure.stages[0].deadlines[2].from ${dated}`,
      'procedure.stages[0].deadlines[2].metBy must be "end" or { "event": … }',
      `procedure.stages[0].deadlines[3].from ${dated}`,
      'procedure.stages[0].deadlines[4].reminders[0].to must be "owner", "manager" or { "team": … }',
      'procedure.stages[0].deadlines[4].reminders[0] must have either a share or daysBefore',
      'procedure.stages[0].deadlines[4].reminders[1] must have either a share or daysBefore',
      'procedure.stages[0].outcomes[0].leadsTo is missing',
      'procedure must have either tracks or stages',
      'procedure must have a stage in each track',
    ],
  )
})
