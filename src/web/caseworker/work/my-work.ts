import { getMyWork } from '#domain/queues/index.ts'
import { showPage } from '#web/layout/form-page.ts'
import { sentBy } from '#web/layout/query.ts'
import { myWorkView } from './my-work.view.ts'
import { workLine } from './work-in-words.ts'

const path = '/'

/** The page to land on: what the reader has to do, late first. */
export const myWorkPage = showPage({
  path,
  view: myWorkView,
  async show(ask, _parts, { query }) {
    const { counts, work, next, mayListRemedies } = await ask(getMyWork, sentBy(query))
    return { at: { path, query }, counts, rows: work.map(workLine), next, mayListRemedies }
  },
})
