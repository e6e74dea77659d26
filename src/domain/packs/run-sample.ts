import { calendarsOf, readReceipt } from '#domain/calendar/index.ts'
import type { CaseType } from '#domain/case-types/index.ts'
import { simulate, SimulationRefused, type Simulation } from '#domain/simulation/index.ts'
import type { ExpectedStage, PackSample } from './pack.ts'

type Due = Readonly<Record<string, string>>

/** What a sample case comes to otherwise than it must; nothing where all is as expected. */
export function sampleFaults(sample: PackSample, { procedure }: CaseType): readonly string[] {
  const { take, begin, events, nation, expect } = sample
  const told = (fault: string) => `The sample “${sample.name}” ${fault}`
  const read = readReceipt(sample.received)
  if ('fault' in read) return [told(`was received at a time unknown: ${read.fault}`)]
  try {
    const course = { received: read.value, nation, take, begin, events, ...sittingIn(sample) }
    return differencesOf(simulate(procedure, course), expect).map(told)
  } catch (refused) {
    if (refused instanceof SimulationRefused) return [told(`cannot go so: ${refused.message}`)]
    throw refused
  }
}

const sittingIn = ({ sittingDays }: PackSample) =>
  sittingDays && {
    calendars: calendarsOf({
      sittings: sittingDays.map((on) => ({ house: 'house-of-commons', on })),
    }),
  }

function differencesOf(simulated: Simulation, expect: PackSample['expect']): readonly string[] {
  const { steps, closedOn, deadlines } = simulated
  const went = steps.map(({ stage }) => stage)
  const wanted = expect.stages.map(({ stage }) => stage)
  if (went.join() !== wanted.join())
    return [`goes through ${went.join(', ')}, not ${wanted.join(', ')}`]
  return [
    ...expect.stages.flatMap((stage, at) => differencesOfStage(steps[at], stage)),
    ...lateDue('', dueOf(deadlines), expect.due),
    ...differing('is closed on', closedOn, expect.closedOn),
  ]
}

type Step = Simulation['steps'][number]

function differencesOfStage(step: Step | undefined, expected: ExpectedStage): readonly string[] {
  if (!step) return []
  const where = `${expected.stage}: `
  const items = [...step.deadlines, ...step.tasks, ...step.letters]
  return [
    ...differing(`${where}begins on`, step.startedOn, expected.startedOn),
    ...differing(`${where}ends on`, step.endedOn, expected.endedOn),
    ...lateDue(where, dueOf(items), expected.due),
  ]
}

const dueOf = (items: readonly { readonly code: string; readonly due?: string }[]): Due =>
  Object.fromEntries(items.map(({ code, due }) => [code, due ?? 'no date']))

const lateDue = (where: string, due: Due, expected: Due = {}): readonly string[] =>
  Object.entries(expected).flatMap(([code, day]) =>
    differing(`${where}${code} is due`, due[code] ?? 'nothing of that code', day),
  )

const differing = (what: string, is: string | undefined, wanted: string | undefined) =>
  wanted === undefined || is === wanted ? [] : [`${what} ${is ?? 'no day'}, not ${wanted}`]
