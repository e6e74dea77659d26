import { caseReference } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { listDrafts } from './draft-queries.ts'
import { mergeDraft } from './merge-draft.ts'
import { mergeValues } from './merge-values.ts'
import { templatesForCase } from './templates-for-case.ts'

/** The letters of a case that wait, as they are and as they would be sent today, and those that do not. */
export const getLetterDrafts = operation({
  name: 'getletterdrafts',
  summary: 'Show the letters that a case has had drafted',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.correspondence.view',
  subject: 'case',
  parameters: { case: caseReference },
  errors: [unknownCase],
  returns: 'content',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject: { caseId } }) {
    const [drafts, values, templates] = await Promise.all([
      listDrafts(db, { caseId }),
      mergeValues(db, { caseId, now }),
      templatesForCase(db, caseId),
    ])
    const today = writeLocalDate(now)
    const waiting = drafts.filter(({ sentAt, droppedAt }) => sentAt === null && droppedAt === null)
    return {
      caseId,
      letters: waiting.map((draft) => ({
        ...draft,
        isLate: draft.dueOn !== null && draft.dueOn < today,
        merged: mergeDraft(draft, values),
      })),
      settled: drafts.filter((draft) => !waiting.includes(draft)),
      templates,
      mayWrite: actor.permissions.has('case.letter.write'),
    }
  },
})
