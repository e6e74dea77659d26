import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { flawed } from './errors.ts'
import { logOption } from './log-option.ts'
import { listName, word } from './option-kinds.ts'
import { putOption, takenBy } from './put-option.ts'

/** Adds a value to a list. */
export const addOption = operation({
  name: 'addoption',
  summary: 'Add a value to a list',
  effect: 'write',
  permission: 'organisation.options',
  isWebOnly: true,
  parameters: {
    list: required(listName, 'List'),
    value: required(word, 'Name'),
    label: optional(word, 'Wording on screens'),
    group: optional(word, 'Group'),
  },
  errors: [],
  returns: reply<{ optionId: number }>('addoptionresponse', { optionId: 'option' }),
  examples: [{ List: 'document category', Value: 'Photograph' }],

  async handle({ input, db, actor, now, record }) {
    const { list, value, label = null } = input
    const groupName = list === 'classification' ? (input.group?.trim() ?? '') : ''
    const put = await putOption(db, { list, groupName, value, label })
    if ('taken' in put) throw flawed('Value', takenBy(put.taken, value))
    const added = { list, groupName, value: put.value, label, ...asAdded }
    logOption(db, { before: null, after: added }, { actor, now })
    record(undefined, { list, group: groupName, option: put.optionId, after: { value, label } })
    return { optionId: put.optionId }
  },
})

const asAdded = { synonyms: [], isAccepted: true, isRetired: false }
