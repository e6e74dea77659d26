import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownOption } from './errors.ts'
import { logOption } from './log-option.ts'
import { optionToChange } from './find-option.ts'
import { optionParameter } from './option-kinds.ts'
import { updateRetirement } from './queries.ts'

/** Offers a value no longer; cases that hold it keep it. */
export const retireOption = operation({
  name: 'retireoption',
  summary: 'Retire a value of a list',
  effect: 'write',
  permission: 'organisation.options',
  isWebOnly: true,
  parameters: optionParameter,
  errors: [unknownOption],
  returns: reply<{ optionId: number }>('retireoptionresponse', { optionId: 'option' }),
  examples: [{ Option: '71002' }],

  async handle({ input, db, actor, now, record }) {
    const { option } = await optionToChange(db, input.option)
    const { optionId, list, value, isRetired } = option
    if (!isRetired) await updateRetirement(db, { optionId, retiredAt: now })
    logOption(db, { before: option, after: { ...option, isRetired: true } }, { actor, now })
    record(undefined, {
      list,
      option: optionId,
      value,
      before: { isRetired },
      after: { isRetired: true },
    })
    return { optionId }
  },
})
