import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownSavedFilter } from './errors.ts'
import { findSavedFilter } from './saved-filter-queries.ts'

/** The number of a saved filter. */
export const savedFilterNumber = integer({ min: 1, max: 999_999_999_999 })

/** A filter that was saved by the reader, or by somebody for everybody. */
export const getSavedFilter = operation({
  name: 'getsavedfilter',
  summary: 'Show a saved filter',
  effect: 'read',
  permission: 'case.queue.view',
  isWebOnly: true,
  parameters: { savedFilter: required(savedFilterNumber, 'The saved filter') },
  errors: [unknownSavedFilter],
  returns: 'content',
  examples: [{ SavedFilter: '81' }],

  async handle({ input: { savedFilter }, db, actor, refuse }) {
    const userId = actor.kind === 'user' ? actor.id : 0
    const found = await findSavedFilter(db, { userId, savedFilterId: savedFilter })
    if (!found) throw refuse(unknownSavedFilter)
    return found
  },
})
