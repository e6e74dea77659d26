import { caseReference, staysKnownTo } from '#domain/access/index.ts'
import { isPublicationField } from '#domain/attributes/index.ts'
import { teamFinder } from '#domain/case-types/index.ts'
import { unknownCaseType } from '#domain/cases/index.ts'
import { openingStages } from '#domain/procedures/index.ts'
import { caseClosed, doingOf, enterStages, type Doing } from '#domain/stages/index.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { everythingSent, required } from '#kernel/parameters.ts'
import { invalidInput, notPermitted, Refusal, unknownCase } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { furtherIn, ratingUnder } from './carried.ts'
import { leavingFor, type Leaving } from './leaving.ts'
import { carriedBy, goesParameter, type Carried } from './mapping.ts'
import { putUnderType } from './queries.ts'

const everyChoice = everythingSent([
  {
    name: goesParameter('‹Field›'),
    label: 'Where what the field holds goes',
    kind: 'text',
    schema: { type: 'string' },
    isRequired: false,
  },
])

/**
 * Puts a case under another type, with its number: answers go where it was chosen, the rest into the history; it begins
 * in the new type's first stage, and its dates are counted by the new type from the same receipt.
 */
export const recategoriseCase = operation({
  name: 'recategorisecase',
  summary: 'Put a case under another type',
  effect: 'write',
  permission: 'case.recategorise',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    type: required(chosen(shortText), 'Type of case'),
    reason: required(longText, 'Reason'),
    raw: everyChoice,
  },
  errors: [unknownCase, unknownCaseType, caseClosed],
  returns: reply<{ caseId: number; type: string }>('recategorisecaseresponse', {
    caseId: 'caseid',
    type: 'type',
  }),
  examples: [{ CaseId: '1092', Type: 'Enquiry', Reason: 'Nothing is complained of' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(caseClosed)
    // whoever may not open a case of the type may not make one of it either
    if (!actor.permissions.has('case.create')) throw new Refusal(notPermitted)
    const leaving = await leavingFor(db, { caseId, type: input.type, now })
    if (!leaving) throw refuse(unknownCaseType)
    const carried = carriedBy(leaving.mapped, input.raw)
    if (carried.flaws.length > 0) throw new Refusal(invalidInput, carried.flaws)
    const { reason } = input
    await putUnder(db, leaving, { carried, reason, doing: doingOf({ actor, now }) })
    if (leaving.to.isConfidential && !leaving.former.isConfidential)
      staysKnownTo(db, caseId, { actor, now })
    const [from, to] = [leaving.standing.caseType.name, leaving.to.name]
    record(caseId, { from, to })
    return { caseId, type: to }
  },
})

interface Putting {
  readonly carried: Carried
  readonly reason: string
  readonly doing: Doing
}

async function putUnder(db: Writing, leaving: Leaving, { carried, reason, doing }: Putting) {
  const { standing, former, to } = leaving
  const { caseId } = standing
  const entered = openingStages(to.procedure)
  const { author, now } = doing
  const team = entered[0]?.stage.team ?? to.team
  void putUnderType(db, {
    caseId,
    caseTypeId: to.caseTypeId,
    version: to.version,
    label: former.label === standing.caseType.label ? to.label : former.label,
    status: to.status,
    rating: ratingUnder(to, former.rating),
    isConfidential: former.isConfidential || to.isConfidential,
    teamId: team === undefined ? null : ((await teamFinder(db))(team)?.teamId ?? null),
    answers: { ...furtherIn(former.attributes, standing.caseType), ...carried.answers },
    isPublicationCarried: Object.keys(carried.answers).some(isPublicationField),
    author,
    now,
  })
  await enterStages(
    db,
    { caseId, caseType: to },
    {
      entered,
      showing: entered[0],
      countedFrom: former.receivedOn,
      doing,
      news: { kind: 'caseRecategorised', particulars: { ...told(leaving, carried), reason } },
    },
  )
}

const told = (
  { standing, former, to, counted, stagesLeft, stagesBegun }: Leaving,
  { kept, removed }: Carried,
) => ({
  from: standing.caseType.label,
  to: to.label,
  stagesLeft: stagesLeft.join(', '),
  stagesBegun: stagesBegun.join(', '),
  targetBefore: former.targetOn,
  targetAfter: counted.settlement.targets[0]?.targetOn ?? null,
  kept,
  removed,
})
