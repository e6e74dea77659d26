import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  checkProcedure,
  nextStage,
  openingStages,
  outcomesOf,
  type CaseFacts,
  type Procedure,
  type ProcedureStage,
  type Track,
} from '#domain/procedures/index.ts'
import { around, procedureOf } from '#test/procedures.ts'
import { simulate } from './simulate.ts'

const codes = ['one', 'two', 'three', 'four'] as const
const tasks = ['A', 'B', 'C'] as const

const condition = fc.oneof(
  fc.constantFrom(...tasks).map((task) => ({ kind: 'task done', task })),
  fc.constantFrom('ACK', 'ANSWER').map((template) => ({ kind: 'letter sent', template })),
  fc.constantFrom(...codes).map((stage) => ({ kind: 'worker differs', stage })),
  fc.constantFrom('points answered', 'remedies done', 'clearance given', 'clock running'),
  fc.constant({ kind: 'field filled', field: 'Finding' }),
  fc.constant({ kind: 'event recorded', event: 'acknowledged' }),
)
const few = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { maxLength: most })
const often = fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, few(condition, 1))

const stageOfCode = (code: string, ahead: readonly string[]) =>
  fc.record({
    code: fc.constant(code),
    entry: often,
    exit: often,
    tasks: fc
      .uniqueArray(fc.constantFrom(...tasks), { maxLength: 2 })
      .map((all) => all.map((task) => ({ code: task }))),
    letters: few(
      fc.record({
        template: fc.constantFrom('ACK', 'ANSWER'),
        when: fc.constantFrom('stage started', 'stage ended'),
      }),
      1,
    ),
    outcomes: fc
      .uniqueArray(fc.constantFrom('closure', ...codes, ...ahead, ...ahead), { maxLength: 3 })
      .chain((all) =>
        fc.tuple(
          ...all.map((leadsTo, at) =>
            often.map((conditions) => ({ code: `o${at}`, leadsTo, conditions })),
          ),
        ),
      ),
  })

/** Leaning forward, so that a fair share is sound. */
const definition = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.record({
    stages: fc.tuple(
      ...codes
        .slice(0, count)
        .map((code, at) =>
          stageOfCode(code, [...codes.slice(at + 1, Math.min(at + 2, count)), 'closure']),
        ),
    ),
    reopenings: few(
      fc.constantFrom(...codes.slice(0, count)).map((stage) => ({ code: 'again', stage })),
      1,
    ),
    clearances: fc.constant([{ code: 'c', steps: [{ code: 's', team: 'HOMES' }] }]),
  }),
)

/** All is so that somebody can bring about; of tasks and letters, only those that have been raised. */
const factsOnceDone = (raised: ReadonlySet<string>): CaseFacts => ({
  events: new Set(['acknowledged']),
  eventsOfStage: () => new Set(['acknowledged']),
  fields: new Set(['Finding']),
  tasksDone: raised,
  lettersSent: raised,
  documentCategories: new Set(),
  classifiedIn: new Set(),
  points: 1,
  unansweredPoints: 0,
  openRemedies: 0,
  stoppedFor: [],
  isCleared: true,
  isClearanceOpen: false,
  answerLacks: [],
  withheldParts: [],
  workers: new Map(codes.map((code) => [code, new Set([1])])),
  worker: 2,
})

interface At {
  readonly code: string
  readonly raised: ReadonlySet<string>
}

/** What a stage raises, tasks and letters by their codes. */
const raisedBy = ({ tasks: own, letters }: ProcedureStage, when: string): readonly string[] => [
  ...(when === 'stage started' ? own.map(({ code }) => code) : []),
  ...letters.filter((letter) => letter.when === when).map(({ template }) => template),
]

/** Where a case can begin in a track, with what is sure to have been raised. */
function beginningsOf(procedure: Procedure, track: Track): readonly At[] {
  const opening = new Set(
    openingStages(procedure).flatMap(({ stage }) => raisedBy(stage, 'stage started')),
  )
  return [
    ...track.stages.slice(0, 1).map(({ code }) => ({ code, raised: new Set<string>() })),
    ...procedure.reopenings.map(({ stage }) => ({ code: stage, raised: opening })),
  ]
}

/** Takes every outcome of a stage, none of which may lack anything, and gives where that leads. */
function onward(procedure: Procedure, track: Track, { code, raised }: At): readonly string[] {
  const stage = track.stages.find((each) => each.code === code)
  assert.ok(stage)
  const standing = {
    track,
    stage,
    facts: factsOnceDone(raised),
    nameOf: (_: string, c: string) => c,
  }
  return outcomesOf(procedure, standing).map(({ outcome, needs }) => {
    assert.deepEqual(needs, [], `${code} cannot end as ${outcome.code}`)
    return nextStage(outcome) ?? 'closure'
  })
}

/** Goes every way there is; from every place the case can be closed. */
function walkEverywhere(procedure: Procedure, track: Track): void {
  const stages = new Map(track.stages.map((stage) => [stage.code, stage]))
  const links = new Map<string, readonly string[]>()
  const seen = new Set<string>()
  const waiting = [...beginningsOf(procedure, track)]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const { code } = at
    const stage = stages.get(code)
    assert.ok(stage)
    const raised = new Set([...at.raised, ...raisedBy(stage, 'stage started')])
    const key = `${code} ${[...raised].toSorted().join()}`
    if (seen.has(key)) continue
    seen.add(key)
    const next = onward(procedure, track, { code, raised })
    links.set(code, next)
    const after = new Set([...raised, ...raisedBy(stage, 'stage ended')])
    const further = next.filter((each) => stages.has(each))
    waiting.push(...further.map((each) => ({ code: each, raised: after })))
  }
  for (const code of links.keys()) assert.ok(canClose(code, links), `${code} cannot be closed`)
}

function canClose(from: string, links: ReadonlyMap<string, readonly string[]>): boolean {
  const reached = new Set([from])
  for (const code of reached) for (const next of links.get(code) ?? []) reached.add(next)
  return reached.has('closure')
}

test('whatever check accepts can be walked to its closure from every stage that is reached', () => {
  let accepted = 0
  fc.assert(
    fc.property(definition, (given) => {
      const procedure = procedureOf(given)
      if (checkProcedure(procedure, around).length > 0) return
      accepted += 1
      const [main] = procedure.tracks
      assert.ok(main)
      walkEverywhere(procedure, main)
      const { steps } = simulate(procedure, { received: { on: '2026-06-06' }, nation: 'england' })
      assert.equal(steps.at(-1)?.leadsTo, 'closure')
    }),
    { numRuns: 3000, seed: 3 },
  )
  assert.ok(accepted > 200, `only ${accepted} were sound`)
})
