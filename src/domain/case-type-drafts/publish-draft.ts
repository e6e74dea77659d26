import { recordChange } from '#domain/change-log/index.ts'
import {
  exportCaseTypes,
  momentOf,
  momentParameters,
  publishFrom,
} from '#domain/case-types/index.ts'
import { differences } from '#domain/packs/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { operation } from '#kernel/operation.ts'
import { changedDraft, draftNamed, draftToChange } from './draft.ts'
import { draftAtFault, unknownTypeDraft } from './errors.ts'
import { deleteDraft } from './queries.ts'

/** Publishes a draft that has no fault, at once or from a moment on; open cases keep the version they began under. */
export const publishDraft = operation({
  name: 'publishcasetypedraft',
  summary: 'Publish the draft of a case type',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: { typeDraft: draftNamed, version: versionSeen, ...momentParameters },
  errors: [unknownTypeDraft, changedMeanwhile, draftAtFault],
  returns: changedDraft,
  examples: [{ TypeDraft: '20', Version: '1' }],

  async handle(task) {
    const { db, actor, now, refuse, record } = task
    const from = momentOf(task.input, now)
    const { draft, name, definition } = await draftToChange(task)
    const [earlier] = await exportCaseTypes(db, name)
    const publication = await publishFrom(db, definition, { now, from })
    if ('faults' in publication)
      throw refuse(
        draftAtFault,
        publication.faults.map((message) => ({ parameter: '', kind: 'invalid', message })),
      )
    void deleteDraft(db, { draft })
    const { version } = publication.caseType
    const before = earlier ? { version: earlier.version } : null
    const after = { version, ...(from ? { from: from.toISOString() } : {}) }
    const change = { kind: 'case type' as const, subject: name, before, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    const changed = earlier ? differences(earlier.definition, definition) : definition
    record(undefined, { draft, caseType: name, version, changed, ...(from ? { from } : {}) })
    return { draft, waits: from !== null }
  },
})
