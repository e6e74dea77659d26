import { findSubject } from '#domain/access/index.ts'
import { endBy, standingOf } from '#domain/stages/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import type { BulkLine } from './bulk-queries.ts'
import { chosenCases, distinct } from './chosen.ts'
import { getBefore } from './close-queries.ts'
import { keepDone } from './kept.ts'

/** Ends several cases in one way, each where its procedure allows that, and keeps what became of each. */
export const closeCases = operation({
  name: 'closecases',
  summary: 'Close several cases',
  effect: 'write',
  permission: 'case.end',
  isWebOnly: true,
  parameters: {
    cases: chosenCases,
    ending: required(chosen(shortText), 'How the cases end'),
    reason: required(longText, 'Reason'),
  },
  errors: [],
  returns: reply<{ bulkChangeId: number }>('closecasesresponse', { bulkChangeId: 'bulkchangeid' }),
  examples: [{ Case: '1081\n1082', Ending: 'withdrawn', Reason: 'The road is mended' }],

  async handle({ input, db, actor, now, record }) {
    const { ending, reason } = input
    const lines: BulkLine[] = []
    // each ends by its own procedure, with stages, clocks and letters of its own
    for (const caseId of distinct(input.cases))
      lines.push(await closeOne(db, caseId, { ending, reason, actor, now }))
    const done = { kind: 'close', what: ending, lines } as const
    const { made, cases } = await keepDone(db, done, { actor, now })
    record(undefined, { ...made, cases })
    return made
  },
})

interface Ending {
  readonly ending: string
  readonly reason: string
  readonly actor: Actor
  readonly now: Date
}

async function closeOne(db: Writing, caseId: number, ending: Ending): Promise<BulkLine> {
  const subject = await findSubject(db, { reference: { caseId }, isWriting: true })
  if (!subject) return { caseId, result: 'not there' }
  if (subject.isClosed) return { caseId, result: 'closed' }
  const { before } = await getBefore(db, { caseId })
  try {
    await endBy(db, await standingOf(db, caseId), ending)
    return { caseId, result: 'done', before }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const why = error.flaws.map(({ message }) => message).join(' ')
    return { caseId, result: 'not allowed', why }
  }
}
