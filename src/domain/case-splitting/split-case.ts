import { caseReference, staysKnownTo } from '#domain/access/index.ts'
import { configuredCaseTypes, findCaseType, teamFinder } from '#domain/case-types/index.ts'
import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { unknownCaseType } from '#domain/cases/index.ts'
import { openingStages } from '#domain/procedures/index.ts'
import { formerOf, type Former } from '#domain/re-categorising/index.ts'
import { caseClosed, doingOf, enterStages } from '#domain/stages/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { choice, longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { everythingSent, required, type RawParameters } from '#kernel/parameters.ts'
import { notPermitted, Refusal, unknownCase } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { insertSplitCase } from './queries.ts'

/** The name under which a form sends that a note goes with what is split off. */
export const noteParameter = (note: number | string): string => `Note.${note}`
/** The same of a document. */
export const documentParameter = (document: number | string): string => `Document.${document}`

const everyPaper = everythingSent(
  [noteParameter('‹Number›'), documentParameter('‹Number›')].map((name) => ({
    name,
    label: 'Whether it goes with what is split off',
    kind: 'flag',
    schema: { type: 'boolean' },
    isRequired: false,
  })),
)

/**
 * Opens another case out of one, under it, of a type and with a clock of its own: with the same people, with copies of
 * the notes and documents that were chosen, and with those answers that its form asks for under the same name.
 */
export const splitCase = operation({
  name: 'splitcase',
  summary: 'Open another case out of a case',
  effect: 'write',
  permission: 'case.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    type: required(chosen(shortText), 'Type of the other case'),
    received: required(choice('same', 'today'), 'When it counts as received'),
    reason: required(longText, 'Reason'),
    raw: everyPaper,
  },
  errors: [unknownCase, unknownCaseType, caseClosed],
  returns: reply<{ caseId: number; otherCase: number }>('splitcaseresponse', {
    caseId: 'caseid',
    otherCase: 'othercase',
  }),
  examples: [{ CaseId: '1096', Type: 'Enquiry', Received: 'same', Reason: 'Two matters' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(caseClosed)
    const papers = papersFor(actor, input.raw)
    const to = findCaseType(await configuredCaseTypes(db), input.type)
    if (!to) throw refuse(unknownCaseType)
    const { reason, received } = input
    const former = await formerOf(db, caseId, to)
    const doing = doingOf({ actor, now })
    const [opened] = await insertSplitCase(db, {
      caseId,
      ...(await rowOf(db, former, to)),
      isSameReceipt: received === 'same',
      ...papers,
      reason,
      author: doing.author,
      now,
      today: writeLocalDate(now),
    })
    if (!opened) throw new Error('The case was not split')
    const { otherCase, receivedOn } = opened
    const entered = openingStages(to.procedure)
    const news = { kind: 'caseOpened', particulars: { linkedWith: caseId } } as const
    const entering = { entered, showing: entered[0], countedFrom: receivedOn, doing, news }
    await enterStages(db, { caseId: otherCase, caseType: to }, entering)
    if (former.isConfidential || to.isConfidential) staysKnownTo(db, otherCase, { actor, now })
    record(caseId, { otherCase, type: to.name })
    return { caseId, otherCase }
  },
})

/** What was ticked; whoever may open no cases may not split one, nor take along what they may not see. */
function papersFor({ permissions }: Actor, raw: RawParameters) {
  const notes = chosenIn(raw, noteParameter(''))
  const documents = chosenIn(raw, documentParameter(''))
  const mayTake = documents.length === 0 || permissions.has('case.document.view')
  if (!permissions.has('case.create') || !mayTake) throw new Refusal(notPermitted)
  return { notes, documents }
}

/** The numbers that were ticked. */
const chosenIn = (raw: RawParameters, prefix: string): readonly number[] =>
  [...raw.values()].flatMap(({ name, value }) => {
    const isOfKind = name.toLowerCase().startsWith(prefix.toLowerCase()) && value !== ''
    const number = isOfKind ? name.slice(prefix.length) : ''
    return /^\d{1,15}$/.test(number) ? [Number(number)] : []
  })

async function rowOf(db: Reading, former: Former, to: CaseTypeVersion) {
  const team = openingStages(to.procedure)[0]?.stage.team ?? to.team
  return {
    caseTypeId: to.caseTypeId,
    version: to.version,
    label: to.label,
    status: to.status,
    rating: former.rating,
    isConfidential: to.isConfidential,
    teamId: team === undefined ? null : ((await teamFinder(db))(team)?.teamId ?? null),
    answers: former.answers,
  }
}
