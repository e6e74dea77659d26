import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownSavedFilter } from './errors.ts'
import { savedFilterNumber } from './get-saved-filter.ts'
import { deleteSavedFilter } from './saved-filter-queries.ts'

/** Throws away a filter that the person has saved. */
export const removeFilter = operation({
  name: 'removefilter',
  summary: 'Remove a saved filter',
  effect: 'write',
  permission: 'case.queue.view',
  isWebOnly: true,
  parameters: { savedFilter: required(savedFilterNumber, 'The saved filter') },
  errors: [unknownSavedFilter],
  returns: reply<{ savedFilterId: number }>('removefilterresponse', {
    savedFilterId: 'savedfilterid',
  }),
  examples: [{ SavedFilter: '82' }],

  async handle({ input: { savedFilter }, db, actor, refuse, record }) {
    const userId = actor.kind === 'user' ? actor.id : 0
    const [removed] = await deleteSavedFilter(db, { userId, savedFilterId: savedFilter })
    if (!removed) throw refuse(unknownSavedFilter)
    record(undefined, removed)
    return removed
  },
})
