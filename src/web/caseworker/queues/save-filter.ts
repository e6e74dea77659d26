import { removeFilter, saveFilter } from '#domain/queues/index.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Action } from '#web/layout/form-page.ts'
import { addressWith } from '#web/lists/list-address.ts'
import { queueAddress, saveFilterAddress, savedFilterAddress } from './addresses.ts'
import { saveFilterView } from './save-filter.view.ts'

/** The page on which what the queue is narrowed down by is given a name. */
export const saveFilterPage = formPage({
  path: saveFilterAddress,
  view: saveFilterView,
  operation: saveFilter,
  show: async (_ask, _parts, query) => {
    const address = addressWith({ path: queueAddress, query }, {})
    return { queueAddress: address, asked: address.slice(queueAddress.length + 1) }
  },
  next: (_parts, answer) =>
    savedFilterAddress((answer as { readonly savedFilterId: number }).savedFilterId),
  banner: 'Filter saved',
})

/** Throws a saved filter away. */
export const removeFilterAction: Action = {
  path: `${queueAddress}/saved/:savedFilter/remove`,
  operation: removeFilter,
  next: () => queueAddress,
  banner: () => 'Filter removed',
}
