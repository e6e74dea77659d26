import { kind, type Kind } from '#kernel/kind.ts'
import { integer, text } from '#kernel/kinds.ts'
import { required } from '#kernel/parameters.ts'
import { fold, lists, type List } from './option.ts'

const names = Object.keys(lists) as List[]

/** A list by its name; hyphens may stand for spaces, as they do in addresses. */
export const listName: Kind<List> = kind({
  name: 'choice',
  schema: { type: 'string', enum: names },
  read(sent) {
    const value = names.find((name) => name === fold(sent).replaceAll('-', ' '))
    return value ? { value } : { fault: 'must be the name of a list, such as note type' }
  },
  good: names,
  bad: ['no such list'],
})

/** A word of a list. */
export const word: Kind<string> = text({ max: 200 })

/** The parameters that name a value. */
export const optionParameter = {
  option: required(integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), 'The value'),
}
