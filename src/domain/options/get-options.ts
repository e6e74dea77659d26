import { operation } from '#kernel/operation.ts'
import { markOfOption } from './log-option.ts'
import { lists, type List } from './option.ts'
import { listOptions, listStrictness } from './queries.ts'

/** Every list with all its values, retired ones too, as administrators look after them. */
export const getOptions = operation({
  name: 'getoptions',
  summary: 'Show the lists of values',
  effect: 'read',
  permission: 'organisation.options',
  isWebOnly: true,
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db }) {
    const [all, strictness] = await Promise.all([listOptions(db, {}), listStrictness(db, {})])
    return (Object.keys(lists) as List[]).map((list) => ({
      list,
      purpose: lists[list],
      isStrict: strictness.find((each) => each.list === list)?.isStrict,
      options: all
        .filter((option) => option.list === list)
        .map((option) => ({ ...option, seen: markOfOption(option) })),
    }))
  },
})
