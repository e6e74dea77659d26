import { getSavedFilter, listQueue } from '#domain/queues/index.ts'
import type { Ask, Visit } from '#web/layout/form-page.ts'
import { showPage } from '#web/layout/form-page.ts'
import { sentBy } from '#web/layout/query.ts'
import type { Query } from '#web/layout/query.ts'
import { addressWith } from '#web/lists/list-address.ts'
import { queueAddress, saveFilterAddress, savedFilterAddress } from './addresses.ts'
import { queueLine } from './queue-line.ts'
import { queueView } from './queue.view.ts'
import type { Queue } from './queue.view.ts'

/** The queue of open cases, narrowed down as its address says. */
export const queuePage = showPage({
  path: queueAddress,
  view: queueView,
  show: (ask, _parts, { query, banner, csrfToken }) =>
    shown(ask, query, { banner, csrfToken, heading: 'Queues', removeAddress: undefined }),
})

/** The queue as a saved filter narrows it down. */
export const savedFilterPage = showPage({
  path: `${queueAddress}/saved/:savedFilter`,
  view: queueView,
  async show(ask, parts, { banner, csrfToken }) {
    const { savedFilterId, name, isOwn, asked } = await ask(getSavedFilter, parts)
    const removeAddress = isOwn ? `${savedFilterAddress(savedFilterId)}/remove` : undefined
    return shown(ask, asked, { banner, csrfToken, heading: name, removeAddress })
  },
})

type Framing = Pick<Visit, 'banner' | 'csrfToken'> & Pick<Queue, 'heading' | 'removeAddress'>

async function shown(ask: Ask, query: Query, framing: Framing): Promise<Queue> {
  const { cases, saved, ...list } = await ask(listQueue, sentBy(query))
  const at = { path: queueAddress, query }
  const isNarrowed = addressWith(at, {}) !== queueAddress
  return {
    ...framing,
    at,
    list: { ...list, rows: cases.map(queueLine) },
    saved: saved.map(({ savedFilterId, name, isShared }) => ({
      text: isShared ? `${name} (shared)` : name,
      address: savedFilterAddress(savedFilterId),
    })),
    saveAddress: isNarrowed ? addressWith({ ...at, path: saveFilterAddress }, {}) : undefined,
  }
}
