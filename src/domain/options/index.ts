import type { Reading } from '#platform/statement.ts'
import { optionsOf, type Options } from './option.ts'
import { listOptions } from './queries.ts'

export { admitMisfits, type Misfit } from './misfit.ts'
export { lists, optionsOf, type List, type Option, type Options } from './option.ts'
export { deleteOption, insertOption, listOptions } from './queries.ts'

/** The organisation's configured lists, kept until they change. */
export const configuredOptions = (db: Reading): Promise<Options> =>
  db.memory.remember('options', async () => optionsOf(await listOptions(db, {})))
