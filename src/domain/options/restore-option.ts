import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownOption } from './errors.ts'
import { logOption } from './log-option.ts'
import { optionToChange } from './find-option.ts'
import { optionParameter } from './option-kinds.ts'
import { updateRetirement } from './queries.ts'

/** Offers a retired value again. */
export const restoreOption = operation({
  name: 'restoreoption',
  summary: 'Bring a retired value of a list back',
  effect: 'write',
  permission: 'organisation.options',
  isWebOnly: true,
  parameters: optionParameter,
  errors: [unknownOption],
  returns: reply<{ optionId: number }>('restoreoptionresponse', { optionId: 'option' }),
  examples: [{ Option: '71003' }],

  async handle({ input, db, actor, now, record }) {
    const { option } = await optionToChange(db, input.option)
    const { optionId, list, value, isRetired } = option
    if (isRetired) await updateRetirement(db, { optionId, retiredAt: null })
    logOption(db, { before: option, after: { ...option, isRetired: false } }, { actor, now })
    record(undefined, {
      list,
      option: optionId,
      value,
      before: { isRetired },
      after: { isRetired: false },
    })
    return { optionId }
  },
})
