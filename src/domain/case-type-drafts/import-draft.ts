import { exportCaseTypes } from '#domain/case-types/index.ts'
import { differences } from '#domain/packs/index.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { changedDraft } from './draft.ts'
import { draftExists } from './errors.ts'
import { insertDraft } from './queries.ts'
import { readFile } from './read-file.ts'

/** Takes a definition from a file as a draft, so that it can be compared before it is published. */
export const importDraft = operation({
  name: 'importcasetypedraft',
  summary: 'Take a case type from a file as a draft',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: { definition: required(longText, 'Text of the file') },
  errors: [draftExists],
  returns: changedDraft,
  examples: [{ Definition: '{ "name": "Skip permit", "fields": [{ "id": "Street" }] }' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const { definition, caseType } = readFile(input.definition)
    const [published] = await exportCaseTypes(db, caseType.name)
    const name = published?.name ?? caseType.name
    const basedOn = published?.version ?? null
    const [begun] = await insertDraft(db, { name, basedOn, definition, author: actor.name, now })
    if (!begun) throw refuse(draftExists)
    const changed = published ? differences(published.definition, definition) : definition
    record(undefined, { draft: begun.draft, caseType: name, changed })
    return begun
  },
})
