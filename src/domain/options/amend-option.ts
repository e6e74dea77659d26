import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { flag, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { flawed, unknownOption } from './errors.ts'
import { logOption, markOfOption } from './log-option.ts'
import { optionToChange } from './find-option.ts'
import { fold, isRenamable, type KeptOption } from './option.ts'
import { optionParameter, word } from './option-kinds.ts'
import { holderOf, takenBy } from './put-option.ts'
import { updateOption } from './queries.ts'

/**
 * Changes a value of a list. Cases keep the word that they were given; one that is renamed goes on being
 * understood by its old name.
 */
export const amendOption = operation({
  name: 'amendoption',
  summary: 'Change a value of a list',
  effect: 'write',
  permission: 'organisation.options',
  isWebOnly: true,
  parameters: {
    ...optionParameter,
    ...seenMark,
    value: required(word, 'Name'),
    label: optional(word, 'Wording on screens'),
    synonyms: optional(shortText, 'Other words for it, one on each line'),
    isAccepted: optional(flag, 'Accepted from programs'),
  },
  errors: [unknownOption],
  returns: reply<{ optionId: number }>('amendoptionresponse', { optionId: 'option' }),
  examples: [{ Option: '71001', Value: 'Plan or drawing', Synonyms: 'Plan', IsAccepted: 'true' }],

  async handle({ input, db, actor, now, record }) {
    const { option, all } = await optionToChange(db, input.option)
    refuseOthersChange(input.seen, markOfOption(option))
    const value = input.value.trim()
    if (value !== option.value && !isRenamable(option.list))
      throw flawed(
        'Value',
        'Programs and records go by this name: add another value, then retire this one',
      )
    const next: Kept = {
      value,
      label: input.label?.trim() ?? null,
      synonyms: wordsFor(option, value, input.synonyms ?? ''),
      isAccepted: input.isAccepted ?? false,
    }
    refuseTaken(all, option, next)
    await updateOption(db, { optionId: option.optionId, ...next })
    logOption(db, { before: option, after: { ...option, ...next } }, { actor, now })
    record(undefined, { list: option.list, option: option.optionId, ...changeOf(option, next) })
    return { optionId: option.optionId }
  },
})

type Kept = Pick<KeptOption, 'value' | 'label' | 'synonyms' | 'isAccepted'>

/** Each other word once; the name that it had is one of them. */
function wordsFor(option: KeptOption, value: string, typed: string): readonly string[] {
  const words = new Map<string, string>()
  for (const line of [...typed.split(/\r?\n/), ...(value === option.value ? [] : [option.value])]) {
    const synonym = line.trim()
    if (synonym.length > 200)
      throw flawed('Synonyms', 'Each of the other words must be 200 characters or fewer')
    if (synonym !== '' && fold(synonym) !== fold(value) && !words.has(fold(synonym)))
      words.set(fold(synonym), synonym)
  }
  return [...words.values()]
}

function refuseTaken(all: readonly KeptOption[], option: KeptOption, next: Kept): void {
  const others = all.filter(({ optionId }) => optionId !== option.optionId)
  for (const [at, each] of [next.value, ...next.synonyms].entries()) {
    const taken = holderOf(others, { ...option, value: each })
    if (taken) throw flawed(at === 0 ? 'Value' : 'Synonyms', takenBy(taken, each))
  }
}

const changeOf = ({ value, label, synonyms, isAccepted }: KeptOption, after: Kept) => ({
  before: { value, label, synonyms, isAccepted },
  after,
})
