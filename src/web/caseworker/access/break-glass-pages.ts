import { breakGlass, getOpenings } from '#domain/access/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import { breakGlassAddress } from './access-addresses.ts'
import { breakGlassView } from './break-glass.view.ts'
import { openingsView } from './openings.view.ts'

/** The page of the confidential cases that the reader has opened in an emergency. */
export const openingsPage = showPage({
  path: breakGlassAddress,
  view: openingsView,
  async show(ask, _, { banner }) {
    const { openings, isAllowed } = await ask(getOpenings, {})
    return {
      openings: openings.map(({ caseId, reason, until }) => ({
        caseNumber: String(caseId),
        address: caseAddress(caseId),
        reason: reason ?? '',
        until: until ?? undefined,
      })),
      askAddress: isAllowed ? `${breakGlassAddress}/new` : undefined,
      banner,
    }
  },
})

/** The page on which somebody opens a confidential case in an emergency. */
export const breakGlassPage = formPage({
  path: `${breakGlassAddress}/new`,
  view: breakGlassView,
  operation: breakGlass,
  show: async (ask) => ({ isAllowed: (await ask(getOpenings, {})).isAllowed }),
  next: () => breakGlassAddress,
  banner: 'Case opened to you for 24 hours',
})
