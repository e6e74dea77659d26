import { getChange, listChanges } from '#domain/change-log/index.ts'
import { restoreChange } from '#domain/restoration/index.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import { sentBy } from '#web/layout/query.ts'
import { askedList } from '#web/lists/asked-list.ts'
import { shownChange } from './changes-in-words.ts'
import { changesView } from './changes.view.ts'
import { restoreView } from './restore.view.ts'

const changesAddress = '/admin/changes'
const nothing = { changes: [], next: undefined, mayRestore: false }

/** The change log: who changed what of the configuration and of rights, newest first. */
export const changesPage = showPage({
  path: changesAddress,
  view: changesView,
  async show(ask, _parts, { query, banner }) {
    const asked = ask(listChanges, sentBy(query))
    const { changes, next, mayRestore, flaws } = await askedList(asked, nothing)
    const rows = changes.map((change) => {
      const address = `${changesAddress}/${change.changeId}/restore`
      return { ...shownChange(change), restoreAddress: mayRestore ? address : undefined }
    })
    return { at: { path: changesAddress, query }, rows, next, flaws, banner }
  },
})

/** Shows a change, and asks whether what there was before is to be put back. */
export const restoreChangePage = formPage({
  path: `${changesAddress}/:changeNumber/restore`,
  view: restoreView,
  operation: restoreChange,
  show: async (ask, parts) => ({ ...shownChange(await ask(getChange, parts)), changesAddress }),
  next: () => changesAddress,
  banner: (answer) => `Put back: ${(answer as { subject: string }).subject}`,
})
