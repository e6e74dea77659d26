import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { operation } from '#kernel/operation.ts'
import { changedDraft, draftNamed, draftToChange } from './draft.ts'
import { unknownTypeDraft } from './errors.ts'
import { deleteDraft } from './queries.ts'

/** Throws a draft away; what is published stays, and the audit keeps what the draft said. */
export const discardDraft = operation({
  name: 'discardcasetypedraft',
  summary: 'Throw away the draft of a case type',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: { typeDraft: draftNamed, version: versionSeen },
  errors: [unknownTypeDraft, changedMeanwhile],
  returns: changedDraft,
  examples: [{ TypeDraft: '19', Version: '1' }],

  async handle(task) {
    const { draft, name, definition } = await draftToChange(task)
    void deleteDraft(task.db, { draft })
    task.record(undefined, { draft, caseType: name, definition })
    return { draft }
  },
})
