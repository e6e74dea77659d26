import { getMyWork } from '#domain/queues/index.ts'
import { queueAddress } from '#web/caseworker/queues/addresses.ts'
import { showPage } from '#web/layout/form-page.ts'
import { addressWith } from '#web/lists/list-address.ts'
import { sentBy } from '#web/layout/query.ts'
import { myWorkView } from './my-work.view.ts'
import { workLine } from './work-in-words.ts'

const path = '/'
const unasked = { path: queueAddress, query: {} }

/** The page to land on: what the reader has to do, late first. */
export const myWorkPage = showPage({
  path,
  view: myWorkView,
  async show(ask, _parts, { query }) {
    const { work, teams, ...told } = await ask(getMyWork, sentBy(query))
    const queued = { Team: teams, Holder: ['nobody'] }
    const queue = teams.length === 0 ? undefined : addressWith(unasked, queued)
    return { ...told, at: { path, query }, rows: work.map(workLine), queue }
  },
})
