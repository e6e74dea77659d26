import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { changedDraft, changeDraft, draftNamed } from './draft.ts'
import { flawed, unknownTypeDraft } from './errors.ts'
import { readFile } from './read-file.ts'

/** Changes the whole definition of a draft, as a file; its name stays. */
export const saveDraftDefinition = operation({
  name: 'savecasetypedefinition',
  summary: 'Change the whole definition of a case type',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    typeDraft: draftNamed,
    version: versionSeen,
    definition: required(longText, 'Text of the file'),
  },
  errors: [unknownTypeDraft, changedMeanwhile],
  returns: changedDraft,
  examples: [
    { TypeDraft: '21', Version: '1', Definition: '{ "name": "Draft 21", "ratings": ["Low"] }' },
  ],

  handle: (task) => {
    const { definition, caseType } = readFile(task.input.definition)
    return changeDraft(task, (before) => {
      if (String(before['name']).toLowerCase() !== caseType.name.toLowerCase())
        throw flawed('Definition', `The name must stay ${String(before['name'])}`)
      for (const name of Object.keys(before)) delete before[name]
      Object.assign(before, definition)
    })
  },
})
