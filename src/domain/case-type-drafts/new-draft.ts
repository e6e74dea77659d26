import { exportCaseTypes } from '#domain/case-types/index.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { changedDraft } from './draft.ts'
import { flawed } from './errors.ts'
import { insertDraft } from './queries.ts'

/** Begins the draft of a case type that is new: with a question and a stage, to be changed as is wished. */
export const newDraft = operation({
  name: 'newcasetype',
  summary: 'Begin the draft of a new case type',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: { name: required(text({ max: 200 }), 'Name of the case type') },
  errors: [],
  returns: changedDraft,
  examples: [{ Name: 'Street light' }],

  async handle({ input, db, actor, now, record }) {
    const name = input.name.trim()
    if (!/[A-Za-z]/.test(name)) throw flawed('Name', 'The name must hold a letter')
    const [published] = await exportCaseTypes(db, name)
    if (published) throw flawed('Name', `There is a case type ${published.name} already`)
    const definition = { name, fields: [{ id: 'Details', label: 'Details', kind: 'long text' }] }
    const [begun] = await insertDraft(db, {
      name,
      basedOn: null,
      definition,
      author: actor.name,
      now,
    })
    if (!begun) throw flawed('Name', `There is a draft of a case type ${name} already`)
    record(undefined, { draft: begun.draft, caseType: name })
    return begun
  },
})
