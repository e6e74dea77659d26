import { caseReference } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { getCaseHeading, listNotes } from './queries.ts'

/** The notes of a case, newest first, and enough of the case to know which it is. */
export const getCaseNotes = operation({
  name: 'getcasenotes',
  summary: 'Show a case and its notes',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.view',
  subject: 'case',
  parameters: { case: caseReference },
  errors: [unknownCase],
  returns: 'content',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, subject }) {
    const { caseId } = subject
    const [heading, notes] = await Promise.all([
      getCaseHeading(db, { caseId }),
      listNotes(db, { caseId }),
    ])
    return { ...heading, notes, mayAddNote: actor.permissions.has('case.note.add') }
  },
})
