import { exportAudit, listAudit, startVerification } from '#domain/audit/index.ts'
import { whoInWords } from '#web/admin/who-in-words.ts'
import { showPage, type Action, type Handout } from '#web/layout/form-page.ts'
import { sentBy } from '#web/layout/query.ts'
import { askedList } from '#web/lists/asked-list.ts'
import { addressWith } from '#web/lists/list-address.ts'
import { auditView } from './audit.view.ts'
import { chainInWords } from './chain-in-words.ts'

const auditAddress = '/admin/audit'
const exportAddress = `${auditAddress}/export`
const nothing = {
  entries: [],
  next: undefined,
  lookedBackTo: undefined,
  last: undefined,
  isChecking: false,
}

/** The page of the audit: who did or saw what, newest first, and whether its chain is whole. */
export const auditPage = showPage({
  path: auditAddress,
  view: auditView,
  async show(ask, _parts, { query, banner, csrfToken }) {
    const asked = ask(listAudit, sentBy(query))
    const { entries, last, isChecking, ...others } = await askedList(asked, nothing)
    return {
      at: { path: auditAddress, query },
      rows: entries.map((entry) => ({ ...entry, who: whoInWords(entry.actor) })),
      ...others,
      chain: chainInWords(last, isChecking),
      exportAddress: addressWith({ path: exportAddress, query }, {}),
      verifyAddress: `${auditAddress}/verify`,
      banner,
      csrfToken,
    }
  },
})

/** Has the chain of the audit checked in the background. */
export const verifyAuditAction: Action = {
  path: `${auditAddress}/verify`,
  operation: startVerification,
  next: () => auditAddress,
  banner: () => 'The chain is being checked: the result is shown here when it is there',
}

/** Hands the audit out as a file, narrowed down as the page was. */
export const auditHandout: Handout = { path: exportAddress, operation: exportAudit }
