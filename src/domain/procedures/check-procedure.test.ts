import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { around, closes, faultsOf, first, to, wantedEvents } from '#test/procedures.ts'

const deadline = (wrong: object, code = 'd') => ({ code, target: { days: 5 }, ...wrong })
const rule = (name: string, when: object, more: object = {}) => ({
  name,
  when,
  to: { team: 'HOMES', ...more },
})
test('a sound procedure has no fault, whatever it makes use of', () => {
  assert.deepEqual(
    faultsOf({
      events: [{ code: 'panel_held' }],
      tracks: [
        {
          code: 'main',
          stages: [
            {
              code: 'one',
              number: 1,
              team: 'HOMES',
              deadlines: [
                { code: 'ack', rule: 'HO_S1_ACK', metBy: { event: 'acknowledged' } },
                {
                  code: 'answer',
                  rule: 'HO_S1_RESPONSE',
                  isTarget: true,
                  reminders: [{ share: 50, to: { team: 'LEGAL' } }],
                },
                { code: 'send', target: { days: 1 }, from: { deadline: 'answer' } },
              ],
              tasks: [{ code: 'CALL', due: { days: 1, from: { deadline: 'ack' } } }],
              letters: [{ template: 'ACK' }],
              exit: ['points answered', { kind: 'task done', task: 'CALL' }],
              outcomes: [{ ...closes, requires: ['Finding'] }, to('two', 'escalated')],
            },
            {
              code: 'two',
              number: 2,
              entry: [{ kind: 'task done', task: 'CALL' }],
              exit: [
                { kind: 'worker differs', stage: 'one' },
                { kind: 'event recorded', event: 'panel_held' },
                'clearance given',
              ],
              outcomes: [closes, to('one', 'returned')],
            },
          ],
        },
        {
          code: 'hazard',
          stages: [{ code: 'safe', outcomes: [{ code: 'safe', leadsTo: 'track end' }] }],
        },
      ],
      deadlines: [deadline({ isTarget: true }, 'all')],
      reopenings: [{ code: 'again', stage: 'two', withinDays: 30 }],
      latePapers: { reopensWithinDays: 28, reopening: 'again' },
      assignment: [
        rule('Welsh', { languages: ['Welsh'] }, { skill: 'Welsh' }),
        rule('Welsh without skill', { languages: ['Welsh'] }),
        rule('upheld', { field: { field: 'Finding', values: ['Upheld'] } }),
        rule('Leith', { postcodes: ['EH6'] }),
        rule('Edinburgh', { postcodes: ['EH'] }),
        rule('rest', {}),
      ],
      queue: 'HOMES',
      clearances: [{ code: 'press', steps: [{ code: 'legal', team: 'LEGAL' }] }],
    }),
    [],
  )
})

suite('what refers to nothing is told', () => {
  const table: readonly (readonly [string, object, readonly string[]])[] = [
    [
      'deadlines',
      first(
        {
          deadlines: [
            { code: 'a', rule: 'HO_STAGE9', from: { event: 'eclipse' }, isTarget: true },
            { code: 'b', rule: 'MOON', metBy: { event: 'sunrise' }, isTarget: true },
            deadline({ from: { deadline: 'nine' } }, 'c'),
            deadline({ from: { deadline: 'e' } }),
            deadline({ from: { deadline: 'd' } }, 'e'),
            deadline({}, 'law'),
            { code: 'f', rule: 'STAIRS_RESPONSE' },
            { code: 'g', rule: 'HO_S1_ACK', number: 3 },
            { code: 'h', rule: 'MEMBER_ENQUIRY', number: 10 },
          ],
          tasks: [{ code: 'T', due: { days: 1, from: { deadline: 'nine' } } }],
          letters: [{ template: 'ACK', due: { days: 1, from: { event: 'eclipse' } } }],
        },
        {
          deadlines: [deadline({ from: 'stage started' }, 'law')],
          events: [{ code: 'acknowledged' }],
        },
      ),
      [
        'The case: the deadline law counts from the start of a stage, and is of none: count from received',
        'Stage one knows two deadlines law: give each a code of its own',
        'Stage one has several targets, a, b: let one deadline be it',
        'Stage one: the deadline a names the rule HO_STAGE9, which is not there: name one of HO_S1_ACK, HO_S1_RESPONSE, HO_S2_ACK, HO_S2_RESPONSE, HO_COMPLAINT_WINDOW, HO_OMBUDSMAN_WINDOW',
        `Stage one: the deadline a counts from eclipse, which is not known: ${wantedEvents.replace(', or', ', acknowledged, or')}`,
        'Stage one: the deadline b names the rule MOON, which is not there: name another, or give a target',
        `Stage one: the deadline b is met by sunrise, which is not known: ${wantedEvents.replace(', or', ', acknowledged, or')}`,
        "Stage one: the deadline c counts from the deadline nine, which is neither the stage's nor the case's",
        'Stage one: the deadline f names the rule STAIRS_RESPONSE, which leaves its number open: add a number',
        'Stage one: the deadline g has a number, which HO_S1_ACK sets itself: leave it out',
        'Stage one: the deadline d counts from itself by way of e, d',
        'Stage one: the deadline e counts from itself by way of d, e',
        "Stage one: the task T counts from the deadline nine, which is neither the stage's nor the case's",
        `Stage one: the letter ACK counts from eclipse, which is not known: ${wantedEvents.replace(', or', ', acknowledged, or')}`,
        'The event acknowledged is one that all clocks know: leave it out of events',
      ],
    ],
    [
      'teams, letters and fields',
      first(
        {
          team: 'RATS',
          letters: [{ template: 'SORRY' }],
          tasks: [{ code: 'T', team: 'MICE' }],
          deadlines: [deadline({ reminders: [{ share: 50, to: { team: 'CATS' } }] })],
          outcomes: [{ ...closes, requires: ['Colour'] }, to('two')],
        },
        {
          queue: 'DOGS',
          clearances: [{ code: 'press', steps: [{ code: 'x', team: 'COWS' }] }],
          endings: [{ code: 'w', requires: ['Shade'] }],
          assignment: [{ name: 'all', to: 'HENS' }],
        },
      ),
      [
        'Stage one: the outcome answered requires Colour, which is no field of the case type: add it to fields',
        'Ending w requires Shade, which is no field of the case type: add it to fields',
        'Stage one names the team RATS, which is not there: add it first',
        'Stage one: the task T names the team MICE, which is not there: add it first',
        'Stage one: a reminder of d names the team CATS, which is not there: add it first',
        'Assignment rule all names the team HENS, which is not there: add it first',
        'The queue names the team DOGS, which is not there: add it first',
        'Clearance press: the step x names the team COWS, which is not there: add it first',
        'Stage one raises the letter SORRY, which is not there: add the template first',
      ],
    ],
    [
      'assignment rules that never decide',
      first(
        {},
        {
          assignment: [
            rule('red', { field: { field: 'Finding', values: ['Red'] } }),
            rule('blue', { field: { field: 'Colour', values: ['Blue'] } }),
            rule('none', { languages: [] }),
            rule('topic', { classification: { group: 'Topic', values: ['Noise'] } }),
            rule('service', { classification: { group: 'Service', values: ['Roads', 'Moon'] } }),
            rule('urgent', { ratings: ['Dire'], stages: ['nine'] }),
            rule('known', { languages: ['welsh', 'CY', 'polski'] }),
            rule('unknown', { languages: ['Klingon'] }),
            rule('Edinburgh', { postcodes: ['EH'] }),
            rule('Leith', { postcodes: ['eh6 7'], ratings: ['High'] }),
            rule('Sam', { ratings: ['Low'] }, { user: 'SDee', skill: 'welsh' }),
            rule('gone', { ratings: ['Low'] }, { user: 'nobody', skill: 'Law' }),
          ],
        },
      ),
      [
        'Assignment rule red asks for Red, which Finding cannot be: it is Upheld, Not upheld',
        'Assignment rule blue asks for the field Colour, which the case type does not have',
        'Assignment rule none asks for one of no values: name some, or leave the member out',
        'Assignment rule topic asks for the classification Topic, which is not there: name one of Service',
        'Assignment rule service asks for Moon, which Service cannot be: it is Roads, Homes',
        'Assignment rule urgent asks for the stage nine, which is not there',
        'Assignment rule urgent asks for the rating Dire, which the case type does not have',
        'Assignment rule unknown asks for the language Klingon, which is not there: name one of Welsh, Polski',
        'Assignment rule Leith never decides, since Edinburgh before it takes the same: move it up',
        'Assignment rule gone gives cases to nobody, who is no user: add the user, or name another',
        'Assignment rule gone asks for the skill Law, which nobody has: give it to somebody, or ask for another',
      ],
    ],
    [
      'codes that stand twice, and chains without a step',
      first(
        { tasks: [{ code: 'T' }, { code: 't' }], outcomes: [closes, closes, to('two')] },
        { clearances: [{ code: 'c', steps: [] }] },
      ),
      [
        'Two outcomes of the stage one are called answered: give each its own',
        'Two tasks of the stage one are called t: give each its own',
        'The clearance chain c has no step: add one',
      ],
    ],
  ]
  for (const [what, definition, faults] of table)
    test(what, () => assert.deepEqual(faultsOf(definition), faults))
})

test('teams and letters are not asked for where nobody knows which there are', () => {
  const { fields, ratings } = around
  const definition = first({ team: 'RATS', letters: [{ template: 'SORRY' }] })
  assert.deepEqual(faultsOf(definition, { fields, ratings }), [])
})
