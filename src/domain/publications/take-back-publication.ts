import { changedDraft, draftExists, insertDraft } from '#domain/case-type-drafts/index.ts'
import { exportCaseTypes } from '#domain/case-types/index.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { nothingWaits } from './errors.ts'
import { deleteVersion, lockWaiting } from './queries.ts'

/** Takes back a version that waits to be published: it becomes a draft again. */
export const takeBackPublication = operation({
  name: 'takebackpublication',
  summary: 'Take back a waiting version of a case type',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: { caseType: required(text({ max: 200 }), 'Case type') },
  errors: [nothingWaits, draftExists],
  returns: changedDraft,
  examples: [{ CaseType: 'Tree felling' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const found = await lockWaiting(db, { name: input.caseType })
    if (!found) throw refuse(nothingWaits)
    const { caseTypeId, name, version, from, definition } = found
    const [published] = await exportCaseTypes(db, name)
    const basedOn = published?.version ?? null
    const [begun] = await insertDraft(db, { name, basedOn, definition, author: actor.name, now })
    if (!begun) throw refuse(draftExists)
    void deleteVersion(db, { caseTypeId, version })
    record(undefined, { draft: begun.draft, caseType: name, version, from })
    return begun
  },
})
