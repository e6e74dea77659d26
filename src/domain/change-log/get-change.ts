import { caseNumber } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownChange } from './errors.ts'
import { findChange } from './queries.ts'

/** One change of the configuration or of rights. */
export const getChange = operation({
  name: 'getchange',
  summary: 'Show a change of the configuration or of rights',
  effect: 'read',
  isWebOnly: true,
  permission: 'change.view',
  parameters: { changeNumber: required(caseNumber, 'Number of the change') },
  errors: [unknownChange],
  returns: 'content',
  examples: [{ ChangeNumber: '1001' }],

  async handle({ input, db, refuse }) {
    const found = await findChange(db, { changeId: input.changeNumber })
    if (!found) throw refuse(unknownChange)
    return found
  },
})
