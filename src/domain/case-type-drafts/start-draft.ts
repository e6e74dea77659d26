import { exportCaseTypes } from '#domain/case-types/index.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { changedDraft } from './draft.ts'
import { draftExists, unknownPublishedType } from './errors.ts'
import { insertDraft } from './queries.ts'

/** Begins a draft of a case type from its published version. */
export const startDraft = operation({
  name: 'startcasetypedraft',
  summary: 'Begin a draft of a published case type',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: { caseType: required(text({ max: 200 }), 'Case type') },
  errors: [unknownPublishedType, draftExists],
  returns: changedDraft,
  examples: [{ CaseType: 'Allotment' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const [published] = await exportCaseTypes(db, input.caseType)
    if (!published) throw refuse(unknownPublishedType)
    const { name, version: basedOn, definition } = published
    const [begun] = await insertDraft(db, { name, basedOn, definition, author: actor.name, now })
    if (!begun) throw refuse(draftExists)
    record(undefined, { draft: begun.draft, caseType: name, basedOn })
    return begun
  },
})
