import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { closes, faultsOf, first, second, to, wantedEvents } from '#test/procedures.ts'

suite('what would strand a case is told, with how to mend it', () => {
  const table: readonly (readonly [string, object, readonly string[]])[] = [
    [
      'a stage that nothing leads to',
      first({ outcomes: [closes] }),
      [
        'Stage two is never reached: let an outcome of another stage of main lead to it, or leave it out',
      ],
    ],
    [
      'a stage without outcomes',
      second({ outcomes: [] }),
      ['Stage two has no outcome, so it cannot end: add one that leads on or to closure'],
    ],
    [
      'an outcome that leads nowhere',
      second({ outcomes: [closes, to('three')] }),
      [
        'Stage two: the outcome on leads to the stage three, which is not there: the stages of main are one, two',
      ],
    ],
    [
      'stages that lead only to one another',
      {
        stages: [
          { code: 'one', outcomes: [to('two')] },
          { code: 'two', outcomes: [to('one')] },
        ],
      },
      [
        'From one, two of main no end can be reached: let an outcome of one of them lead to closure',
      ],
    ],
    [
      'a loop that can be entered and not left',
      second({ outcomes: [to('two')] }),
      ['From two of main no end can be reached: let an outcome of one of them lead to closure'],
    ],
    [
      'a main track that ends and leaves the case open',
      second({ outcomes: [{ code: 'end', leadsTo: 'track end' }] }),
      [
        'Stage two: the outcome end ends the main track and leaves the case open: let it lead to closure',
      ],
    ],
    [
      'a main track that nobody has begun',
      {
        tracks: [
          { code: 'main', begins: 'by hand', stages: [{ code: 'one', outcomes: [closes] }] },
        ],
      },
      ['Track main is the main one and must begin at opening: put it so, or name it later'],
    ],
    [
      'an outcome that leads into another track',
      {
        tracks: [
          { code: 'main', stages: [{ code: 'one', outcomes: [closes, to('safe')] }] },
          { code: 'hazard', stages: [{ code: 'safe', number: 2, outcomes: [closes] }] },
        ],
      },
      [
        'Stage one: the outcome on leads to the stage safe, which is in the track hazard: lead to a stage of its own track, main',
        'Stage safe of hazard has a number, which only stages of the main track show: leave it out',
      ],
    ],
    [
      'outcomes that begin a track which is not there, or begins by itself, or while the case closes',
      {
        tracks: [
          {
            code: 'main',
            stages: [
              {
                code: 'one',
                outcomes: [
                  { ...to('two'), begins: ['hazard', 'main', 'moon'] },
                  { ...closes, begins: ['hazard'] },
                ],
              },
              { code: 'two', outcomes: [closes] },
            ],
          },
          { code: 'hazard', stages: [{ code: 'safe', outcomes: [closes] }] },
        ],
      },
      [
        'Stage one: the outcome on begins main, which is no track that begins by hand: there are hazard',
        'Stage one: the outcome on begins moon, which is no track that begins by hand: there are hazard',
        'Stage one: the outcome answered closes the case and begins a track: let it lead to a stage',
      ],
    ],
    [
      'a stage without a number among others that have one',
      {
        stages: [
          { code: 'one', number: 1, outcomes: [to('two')] },
          { code: 'two', outcomes: [closes] },
        ],
      },
      [
        'Stage two has no number, as others have: while a case is in it programs see neither a stage nor its dates. Give it one from 1 to 4',
      ],
    ],
    [
      'two stages of one number or code',
      {
        stages: [
          { code: 'one', number: 1, outcomes: [closes, to('one')] },
          { code: 'one', number: 1, outcomes: [closes] },
        ],
      },
      [
        'Stage one has the number 1 of another: give each its own',
        'Two stages are called one: give each its own',
      ],
    ],
    [
      'reopening that leads nowhere',
      first(
        {},
        {
          reopenings: [
            { code: 'a', stage: 'three' },
            { code: 'b', track: 'side', stage: 'one' },
          ],
          latePapers: { reopening: 'c' },
        },
      ),
      [
        'Reopening a leads to the stage three, which main does not have',
        'Reopening b names the track side, which is not there',
        'Late papers are to reopen by c, which is no reopening: there are a, b',
      ],
    ],
    [
      'late papers that reopen nobody knows how',
      first({}, { latePapers: { reopensWithinDays: 5 } }),
      [
        'Late papers are to reopen a case and do not say how: name a reopening, or leave the days out',
      ],
    ],
    [
      'conditions before a case can be opened',
      first({ entry: ['clock running'] }),
      ['Stage one begins with the case, so it cannot ask for anything first: leave entry out'],
    ],
    [
      'conditions that can never hold',
      second({
        exit: [
          { kind: 'task done', task: 'DIG' },
          { kind: 'letter sent', template: 'SORRY' },
          { kind: 'field filled', field: 'Colour' },
          { kind: 'event recorded', event: 'eclipse' },
          { kind: 'worker differs', stage: 'two' },
          { kind: 'worker differs', stage: 'nine' },
          'clearance given',
        ],
      }),
      [
        'Stage two asks for the task DIG, which no stage raises: add it to the tasks of the stage',
        'Stage two asks for the letter SORRY, which is not there: add the template, or ask for another',
        'Stage two asks for the field Colour, which the case type does not have: add it, or ask for another',
        `Stage two asks for the event eclipse, which is not known: ${wantedEvents}`,
        'Stage two asks for a worker other than its own, which nobody can be',
        'Stage two asks for another worker than of the stage nine, which is not there',
        'Stage two asks for a clearance, and there is no chain for one: add it to clearances',
      ],
    ],
    [
      'conditions of an outcome that can never hold',
      second({
        outcomes: [
          { ...closes, conditions: ['clearance settled', { kind: 'task done', task: 'DIG' }] },
        ],
      }),
      [
        'Stage two: the outcome answered asks for a clearance, and there is no chain for one: add it to clearances',
        'Stage two: the outcome answered asks for the task DIG, which no stage raises: add it to the tasks of the stage',
      ],
    ],
    [
      'a task that is raised on one way only',
      {
        stages: [
          { code: 'one', outcomes: [to('two'), to('three', 'skip')] },
          { code: 'two', tasks: [{ code: 'DIG' }], outcomes: [to('three')] },
          { code: 'three', exit: [{ kind: 'task done', task: 'DIG' }], outcomes: [closes] },
        ],
      },
      [
        'Stage three asks for the task DIG, which is not raised on every way there: raise it where every way begins, or ask for it later',
      ],
    ],
    [
      'a letter that is raised too late, or never',
      {
        stages: [
          {
            code: 'one',
            letters: [{ template: 'ANSWER', when: 'stage ended' }],
            exit: [{ kind: 'letter sent', template: 'ANSWER' }],
            outcomes: [to('two')],
          },
          {
            code: 'two',
            exit: [
              { kind: 'letter sent', template: 'answer' },
              { kind: 'letter sent', template: 'ACK' },
            ],
            outcomes: [closes],
          },
        ],
      },
      [
        'Stage one asks for the letter ANSWER, which is not raised on every way there: raise it where every way begins, or ask for it later',
        'Stage two asks for the letter ACK, which no stage raises: add it to the letters of the stage',
      ],
    ],
    [
      'a letter that is only written once the next stage begins',
      {
        stages: [
          {
            code: 'one',
            letters: [{ template: 'ANSWER', when: 'stage ended' }],
            outcomes: [to('two')],
          },
          {
            code: 'two',
            entry: [{ kind: 'letter sent', template: 'ANSWER' }],
            exit: [{ kind: 'letter sent', template: 'ANSWER' }],
            outcomes: [closes],
          },
        ],
      },
      [
        'Stage two asks for the letter ANSWER, which is not raised on every way there: raise it where every way begins, or ask for it later',
      ],
    ],
    [
      'an ending that asks for a task not always raised',
      second(
        { tasks: [{ code: 'DIG' }] },
        { endings: [{ code: 'w', conditions: [{ kind: 'task done', task: 'DIG' }] }] },
      ),
      [
        'Ending w asks for the task DIG, which is not raised on every way there: raise it where every way begins, or ask for it later',
      ],
    ],
  ]
  for (const [what, definition, faults] of table)
    test(what, () => assert.deepEqual(faultsOf(definition), faults))
})
