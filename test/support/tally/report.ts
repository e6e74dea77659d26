import { allOperations } from '#operations'
import { countedErrors } from './errors.ts'
import { contractStatements } from './statements.ts'
import { readTally, type Tallied } from './tally.ts'

/** What a whole run has covered, in a sentence, and what it should have and did not. */
export interface Coverage {
  readonly told: string
  /** Journeys that were not made, for want of a browser. */
  readonly unrun: number
  readonly missing: readonly string[]
}

/** Compares what the processes of a run have noted with what there is. */
export function coverageOf(folder: string): Coverage {
  const lines = readTally(folder)
  const operations = allOperations.map(({ name }) => name)
  const statements = Object.keys(contractStatements)
  const isRaised = [...lines].filter((line) => line.startsWith('error '))
  const untried = operations.filter((name) => !lines.has(`operation ${name}`))
  const unraised = countedErrors.filter(({ isRaisedBy }) => !isRaised.some(isRaisedBy))
  const unproved = statements.filter((id) => !lines.has(`statement ${id}`))
  const counted = (kind: Tallied) => [...lines].filter((line) => line.startsWith(`${kind} `)).length
  const told = [
    `${operations.length - untried.length} operations`,
    `${countedErrors.length - unraised.length} errors`,
    `${statements.length - unproved.length} contract statements`,
    `${counted('page')} pages`,
    `${counted('journey')} journeys`,
  ]
  return {
    told: `Covered: ${told.join(', ')}`,
    unrun: counted('unrun'),
    missing: [
      ...untried.map((name) => `operation ${name}`),
      ...unraised.map(({ name }) => `error ${name}`),
      ...unproved.map((id) => `statement ${id}`),
    ],
  }
}
