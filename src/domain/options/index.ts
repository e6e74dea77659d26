import type { Actor } from '#kernel/actor.ts'
import type { Reading } from '#platform/statement.ts'
import { addOption } from './add-option.ts'
import { amendOption } from './amend-option.ts'
import { getOptions } from './get-options.ts'
import { moveOption } from './move-option.ts'
import { acceptedOf, optionsOf, type Options } from './option.ts'
import { listOptions, listStrictness } from './queries.ts'
import { restoreOption } from './restore-option.ts'
import { retireOption } from './retire-option.ts'
import { setOptionList } from './set-option-list.ts'

export { unknownOption } from './errors.ts'
export { admitMisfits, type Misfit } from './misfit.ts'
export {
  isRenamable,
  lists,
  optionsOf,
  type KeptOption,
  type List,
  type Option,
  type Options,
} from './option.ts'
export { putOption } from './put-option.ts'
export { optionInLog } from './log-option.ts'
export {
  deleteOption,
  insertOption,
  listOptions,
  updateOption,
  updateRetirement,
} from './queries.ts'
export {
  addOption,
  amendOption,
  getOptions,
  moveOption,
  restoreOption,
  retireOption,
  setOptionList,
}
export const operations = [
  getOptions,
  addOption,
  amendOption,
  retireOption,
  restoreOption,
  moveOption,
  setOptionList,
]

/** The organisation's configured lists, kept until they change. */
export const configuredOptions = async (db: Reading): Promise<Options> =>
  (await remembered(db)).forPeople

/** The same as whoever acts may use them: programs send only what is accepted from them. */
export const optionsFor = async (db: Reading, { kind }: Pick<Actor, 'kind'>): Promise<Options> => {
  const { forPeople, forPrograms } = await remembered(db)
  return kind === 'api-key' ? forPrograms : forPeople
}

const remembered = (
  db: Reading,
): Promise<{ readonly forPeople: Options; readonly forPrograms: Options }> =>
  db.memory.remember('options', async () => {
    const [kept, held] = await Promise.all([listOptions(db, {}), listStrictness(db, {})])
    const strictness = new Map(held.map(({ list, isStrict }) => [list, isStrict]))
    return {
      forPeople: optionsOf(kept, strictness),
      forPrograms: optionsOf(acceptedOf(kept), strictness),
    }
  })
