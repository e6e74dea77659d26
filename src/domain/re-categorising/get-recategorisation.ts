import { caseReference } from '#domain/access/index.ts'
import { shownDeadlines } from '#domain/clock/index.ts'
import { unknownCaseType } from '#domain/cases/index.ts'
import { openingStages } from '#domain/procedures/index.ts'
import { caseClosed } from '#domain/stages/index.ts'
import { chosen } from '#kernel/kind.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { leavingFor, type Leaving } from './leaving.ts'
import { listLeftBehind } from './queries.ts'

/** What would become of a case under another type: its fields, stages, dates, tasks and letters. Changes nothing. */
export const getRecategorisation = operation({
  name: 'getrecategorisation',
  summary: 'Show what becomes of a case under another type',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.recategorise',
  subject: 'case',
  parameters: { case: caseReference, type: required(chosen(shortText), 'Type of case') },
  errors: [unknownCase, unknownCaseType, caseClosed],
  returns: 'content',
  examples: [{ CaseId: '1091', Type: 'Enquiry' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse }) {
    if (isClosed) throw refuse(caseClosed)
    const leaving = await leavingFor(db, { caseId, type: input.type, now })
    if (!leaving) throw refuse(unknownCaseType)
    const seesLetters = actor.permissions.has('case.correspondence.view')
    const left = await listLeftBehind(db, { caseId, seesLetters })
    const named = (kind: string) =>
      left.filter((each) => each.kind === kind).map((each) => each.name)
    const { standing, former, to, mapped, counted, stagesLeft, stagesBegun } = leaving
    return {
      caseId,
      from: standing.caseType.label,
      to: to.label,
      type: to.name,
      fields: mapped,
      unanswered: unansweredIn(leaving),
      stagesLeft,
      stagesBegun,
      targetBefore: former.targetOn,
      deadlines: shownDeadlines(counted, { now, reader: 'staff' }),
      tasksLeft: named('task'),
      lettersLeft: named('letter'),
      hasDatesByHand: named('date').length > 0,
      tasksRaised: openingStages(to.procedure).flatMap(({ stage }) =>
        stage.tasks.map(({ title }) => title),
      ),
      becomesConfidential: to.isConfidential && !former.isConfidential,
    }
  },
})

/** The questions that the new form must have answered, and nothing answers by itself. */
const unansweredIn = ({ to, mapped }: Leaving): readonly string[] =>
  to.fields
    .filter(({ id, isRequired }) => isRequired && !mapped.some(({ goes }) => goes === id))
    .map(({ label }) => label)
