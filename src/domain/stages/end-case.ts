import { caseReference } from '#domain/access/index.ts'
import { changeDetails, detailsChangedMeanwhile, everyField } from '#domain/details/index.ts'
import {
  conditionsOfEnding,
  fieldsIn,
  namesIn,
  needsForEnding,
  type Ending,
} from '#domain/procedures/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase, type Flaw } from '#kernel/refusal.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import { carryOut, doingOf } from './carry-out.ts'
import { against, caseClosed, flawsOf, refuseFlaws } from './errors.ts'
import { factsOf } from './facts.ts'
import { namesOfCase } from './names.ts'
import { openPlaces, standingOf, type CaseStanding } from './standing.ts'

/**
 * Ends a case otherwise than by an outcome of its stage: withdrawn, rejected, returned, or closed. The fields that the
 * ending asks for can be sent with it.
 */
export const endCase = operation({
  name: 'endcase',
  summary: 'End a case before its time',
  effect: 'write',
  permission: 'case.end',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    ending: required(chosen(shortText), 'How the case ends'),
    reason: optional(longText, 'Reason'),
    raw: everyField,
  },
  errors: [unknownCase, caseClosed, detailsChangedMeanwhile],
  returns: reply<{ caseId: number }>('endcaseresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1023', Ending: 'withdrawn', Reason: 'Settled on the telephone' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(caseClosed)
    const standing = await standingOf(db, caseId)
    const ending = endingIn(standing, input)
    const { code } = ending
    const { reason = null, raw } = input
    const only = fieldsIn(conditionsOfEnding(ending))
    const fields = await changeDetails(db, { caseId, raw, only, author: actor.name, now })
    await endWith(db, standing, { ending, reason, actor, now })
    record(caseId, { ending: code, fields })
    return { caseId }
  },
})

interface Wanted {
  readonly reason: string | null
  readonly actor: Actor
  readonly now: Date
}

/** Ends an open case in the way of that code, where nothing stands against it; refuses as endcase does. */
export const endBy = (
  db: Writing,
  standing: CaseStanding,
  { ending, ...wanted }: Wanted & { readonly ending: string },
): Promise<void> => {
  const asked = { ending, reason: wanted.reason ?? undefined }
  return endWith(db, standing, { ...wanted, ending: endingIn(standing, asked) })
}

async function endWith(
  db: Writing,
  standing: CaseStanding,
  { ending, reason, actor, now }: Wanted & { readonly ending: Ending },
): Promise<void> {
  refuseFlaws(await flawsIn(db, standing, { ending, actor }))
  const { code, label, kind, status } = ending
  await carryOut(db, standing, {
    ended: openPlaces(standing).map((place) => ({
      ...place,
      outcome: { code, label },
      details: reason,
      isOwnOutcome: false,
    })),
    closing: { code, label, kind, status, reason },
    doing: doingOf({ actor, now }),
    news: { kind: 'caseClosed', particulars: { how: label, ending: code, reason } },
  })
}

interface Asked {
  readonly ending: string
  readonly reason?: string | undefined
}

function endingIn(
  { caseType: { procedure } }: CaseStanding,
  { ending: wanted, reason }: Asked,
): Ending {
  const code = wanted.trim().toLowerCase()
  const found = procedure.endings.find((ending) => ending.code.toLowerCase() === code)
  if (!found) throw against('Ending', 'How the case ends is not one of the ways that it can')
  if (found.kind !== 'closed' && reason === undefined)
    throw new Refusal(invalidInput, [
      { parameter: 'Reason', kind: 'missing', message: 'Enter the reason' },
    ])
  return found
}

/** What stands against an ending. */
async function flawsIn(
  db: Reading,
  standing: CaseStanding,
  { ending, actor }: { readonly ending: Ending; readonly actor: Actor },
): Promise<readonly Flaw[]> {
  const { caseType } = standing
  const nameOf = namesIn(caseType.procedure, await namesOfCase(db, caseType))
  const facts = await factsOf(db, standing, actor)
  return flawsOf('Ending', needsForEnding(ending, { facts, nameOf }))
}
