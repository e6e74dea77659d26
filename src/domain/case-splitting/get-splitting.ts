import { readOfCase } from '#domain/access/index.ts'
import { configuredCaseTypes } from '#domain/case-types/index.ts'
import { standingOf } from '#domain/stages/index.ts'
import { operation } from '#kernel/operation.ts'
import { listToTake } from './queries.ts'

/** What another case can be opened of out of a case: the types there are, and the notes and files that can go with it. */
export const getSplitting = operation({
  name: 'getsplitting',
  summary: 'Show what can be split off a case',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.update',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, subject: { caseId, isClosed } }) {
    const seesDocuments = actor.permissions.has('case.document.view')
    const [{ caseType }, types, things] = await Promise.all([
      standingOf(db, caseId),
      configuredCaseTypes(db),
      listToTake(db, { caseId, seesDocuments }),
    ])
    const ofKind = (kind: string) => things.filter((each) => each.kind === kind)
    return {
      caseId,
      isClosed,
      type: caseType.name,
      types: types
        .map(({ name, label }) => ({ name, label }))
        .toSorted((one, other) => one.label.localeCompare(other.label, 'en-GB')),
      notes: ofKind('note'),
      documents: ofKind('document'),
    }
  },
})
