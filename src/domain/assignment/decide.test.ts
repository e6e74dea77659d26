import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { AssignmentRule } from '#domain/procedures/index.ts'
import { decide, type Candidate, type WorkFacts } from './index.ts'

const rule = (
  to: AssignmentRule['to'],
  when: AssignmentRule['when'] = {},
  name = 'the rule',
): AssignmentRule => ({ name, when, to })
const nothing: WorkFacts = { fields: {}, classifications: [], stages: ['stage-1'] }
const person = (userId: number, more: Partial<Candidate> = {}): Candidate => ({
  userId,
  userName: `person${userId}`,
  team: 'HOMES',
  skills: [],
  openWork: 0,
  isAway: false,
  standInId: null,
  previous: null,
  ...more,
})
const away = (userId: number, standInId: number | null = null, more: Partial<Candidate> = {}) =>
  person(userId, { isAway: true, standInId, ...more })
/** Who a rule gives a case to, of these people: a number, whose turn it is, the queue, or nobody. */
function givenTo(to: AssignmentRule['to'], people: readonly Candidate[]) {
  const decision = decide([rule(to)], nothing, people)
  return decision && (decision.userId ?? decision.turn?.among ?? 'queue')
}

suite('a rule fits where everything that it asks for is so', () => {
  const facts: WorkFacts = {
    fields: { Ward: 'Leith', Count: 3 },
    classifications: [{ group: 'Service', value: 'Roads' }],
    postcode: 'EH6 7AB',
    language: 'Welsh',
    rating: 'High',
    stages: ['stage-1', 'hazard'],
  }
  const table: readonly (readonly [what: string, when: AssignmentRule['when'], isFit: boolean])[] =
    [
      ['nothing asked', {}, true],
      ['its ward', { field: { field: 'Ward', values: ['Portobello', ' leith '] } }, true],
      ['another ward', { field: { field: 'Ward', values: ['Portobello'] } }, false],
      ['a field not answered', { field: { field: 'Street', values: ['Leith'] } }, false],
      ['a name that every object has', { field: { field: 'toString', values: ['x'] } }, false],
      ['a number as text', { field: { field: 'Count', values: ['3'] } }, true],
      ['its class', { classification: { group: 'service', values: ['roads'] } }, true],
      [
        'its class in another group',
        { classification: { group: 'Topic', values: ['Roads'] } },
        false,
      ],
      ['its area', { postcodes: ['G', 'EH6'] }, true],
      ['another area', { postcodes: ['EH7', 'E'] }, false],
      ['its language', { languages: ['welsh'] }, true],
      ['its language by its code', { languages: ['CY'] }, true],
      ['another language', { languages: ['Urdu'] }, false],
      ['its rating', { ratings: ['High'] }, true],
      ['another rating', { ratings: ['Low'] }, false],
      ['a stage that it enters', { stages: ['hazard'] }, true],
      ['another stage', { stages: ['stage-2'] }, false],
      ['two, one of which is not so', { ratings: ['High'], languages: ['Urdu'] }, false],
    ]
  for (const [what, when, isFit] of table)
    test(what, () => {
      const decision = decide([rule({ team: 'HOMES' }, when)], facts, [])
      assert.deepEqual(decision, isFit ? { rule: 'the rule', team: 'HOMES' } : undefined)
    })

  test('what a case does not say fits no rule that asks for it', () => {
    for (const when of [
      { postcodes: ['EH'] },
      { languages: ['Welsh'] },
      { ratings: ['High'] },
    ] satisfies AssignmentRule['when'][])
      assert.equal(decide([rule({ team: 'HOMES' }, when)], nothing, []), undefined)
  })
})

suite('the first rule that finds somebody decides', () => {
  const queue = rule({ team: 'ROADS' }, {}, 'rest')
  const welsh = rule({ team: 'HOMES', skill: 'Welsh' }, {}, 'Welsh')

  test('a rule that finds nobody leaves the case to the next, which is the one that is named', () => {
    assert.equal(decide([welsh, queue], nothing, [person(1)])?.rule, 'rest')
    const speaker = person(1, { skills: ['welsh'] })
    assert.deepEqual(decide([welsh, queue], nothing, [speaker]), {
      rule: 'Welsh',
      team: 'HOMES',
      turn: { skill: 'welsh', among: [1] },
    })
  })

  test('nobody and no rule', () => {
    assert.equal(decide([], nothing, [person(1)]), undefined)
    assert.equal(decide([welsh], nothing, []), undefined)
  })
})

suite('to whom a rule gives a case', () => {
  test('to the queue of a team', () =>
    assert.equal(givenTo({ team: 'HOMES' }, [person(1)]), 'queue'))

  test('to a person by name, of whatever team', () => {
    const people = [person(1), person(2, { team: 'ROADS' })]
    assert.equal(givenTo({ team: 'HOMES', user: 'PERSON2' }, people), 2)
    assert.equal(givenTo({ team: 'HOMES', user: 'person3' }, people), undefined)
    assert.equal(givenTo({ team: 'HOMES', user: 'person2', skill: 'Welsh' }, people), undefined)
  })

  test('to whoever stands in for one who is away, and to nobody where all who would are away', () => {
    const to = { team: 'HOMES', user: 'person1' }
    assert.equal(givenTo(to, [away(1, 2), person(2, { team: null })]), 2)
    assert.equal(givenTo(to, [away(1, 2), away(2, 3), person(3)]), 3)
    assert.equal(givenTo(to, [away(1), person(2)]), undefined)
    assert.equal(givenTo(to, [away(1, 2), away(2, 1)]), undefined)
    assert.equal(givenTo(to, [away(1, 9)]), undefined)
  })

  test('to who worked on it last and is of the team, or stands in', () => {
    const to = { team: 'HOMES', by: 'previous worker' } as const
    const people = [
      person(1, { previous: 3 }),
      person(2, { previous: 2 }),
      person(3, { previous: 1, team: 'ROADS' }),
      person(4),
    ]
    assert.equal(givenTo(to, people), 2)
    assert.equal(givenTo(to, [away(1, 4, { previous: 1 }), person(4)]), 4)
    assert.equal(givenTo(to, [person(4)]), undefined)
  })

  test('to who has the least work; of equals to whose turn it is', () => {
    const to = { team: 'HOMES', by: 'least work' } as const
    assert.deepEqual(givenTo(to, [person(1, { openWork: 3 }), person(2, { openWork: 2 })]), [2])
    const equals = [person(3), person(1), person(2, { openWork: 1 })]
    assert.deepEqual(givenTo(to, equals), [1, 3])
    assert.deepEqual(givenTo({ team: 'HOMES', skill: 'Welsh' }, [person(1)]), undefined)
  })

  test('by turn to those of the team who are there, whatever their work', () => {
    const to = { team: 'homes', by: 'turn' } as const
    const people = [person(2, { openWork: 9 }), away(3, 4), person(1), person(4, { team: 'ROADS' })]
    assert.deepEqual(givenTo(to, people), [1, 2])
    assert.deepEqual(givenTo(to, [person(5)]), [5])
  })

  test('a team of which nobody is there keeps the case; a skill that nobody there has leaves it', () => {
    assert.equal(givenTo({ team: 'HOMES', by: 'turn' }, [away(1)]), 'queue')
    const skilled = away(1, null, { skills: ['Welsh'] })
    assert.equal(givenTo({ team: 'HOMES', by: 'turn', skill: 'Welsh' }, [skilled]), undefined)
  })
})

const anyPerson = fc
  .record({
    userId: fc.integer({ min: 1, max: 9 }),
    team: fc.constantFrom('HOMES', 'ROADS', null),
    skills: fc.subarray(['Welsh', 'Law']),
    openWork: fc.integer({ min: 0, max: 3 }),
    isAway: fc.boolean(),
    standInId: fc.option(fc.integer({ min: 1, max: 9 })),
    previous: fc.option(fc.integer({ min: 1, max: 9 })),
  })
  .map((one): Candidate => ({ ...one, userName: `person${one.userId}` }))
const anyTarget = fc.record(
  {
    team: fc.constantFrom('HOMES', 'ROADS'),
    user: fc.integer({ min: 1, max: 9 }).map((id) => `person${id}`),
    skill: fc.constantFrom('Welsh', 'Law'),
    by: fc.constantFrom('previous worker', 'least work', 'turn'),
  },
  { requiredKeys: ['team'] },
)

test('nobody who is away, and nobody who is not there, ever gets a case', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyPerson, { selector: ({ userId }) => userId, maxLength: 9 }),
      fc.array(anyTarget, { maxLength: 4 }),
      (people, targets) => {
        const rules = targets.map((to, at) => rule(to as AssignmentRule['to'], {}, String(at)))
        const decision = decide(rules, nothing, people)
        const getting = [decision?.userId ?? [], decision?.turn?.among ?? []].flat()
        const present = people.filter(({ isAway }) => !isAway).map(({ userId }) => userId)
        assert.ok(getting.every((userId) => present.includes(userId)))
        assert.notDeepEqual(decision?.turn?.among, [])
      },
    ),
  )
})
