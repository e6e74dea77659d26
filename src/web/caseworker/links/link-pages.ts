import { getCaseLinks, linkCase, unlinkCase } from '#domain/case-links/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Action, PathParts } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { linkCaseView } from './link-case.view.ts'
import { showLinksView } from './show-links.view.ts'
import type { ShownLink } from './show-links.view.ts'

const linksAddress = (caseId: number | string): string => `${caseAddress(caseId)}/links`
const backToLinks = ({ caseId = '' }: PathParts): string => linksAddress(caseId)

type Links = Awaited<ReturnType<(typeof getCaseLinks)['handle']>>

/** The page with the cases that hang together with a case. */
export const showLinksPage = casePage({
  path: '/cases/:caseId/links',
  part: 'links',
  view: showLinksView,
  async show(ask, parts, { banner, csrfToken }) {
    const told = await ask(getCaseLinks, parts)
    return {
      caseNumber: String(told.caseId),
      banner,
      csrfToken,
      links: told.links.map((link) => shownLink(link, told)),
      linkAddress: told.mayLink ? `${linksAddress(told.caseId)}/new` : undefined,
    }
  },
})

const shownLink = (link: Links['links'][number], { caseId, mayLink }: Links): ShownLink => {
  const { linkedAt, linkedBy } = link
  return {
    how: link.how,
    name: `Case ${link.caseId}: ${link.caseType}${link.mainParty === null ? '' : `, ${link.mainParty}`}`,
    href: caseAddress(link.caseId),
    status: link.status,
    reason: link.reason ?? undefined,
    linked:
      linkedAt === null || linkedBy === null
        ? undefined
        : `Linked by ${linkedBy} on ${dateInWords(writeLocalDate(linkedAt))}`,
    unlinkAddress:
      mayLink && link.isByHand ? `${linksAddress(caseId)}/${link.caseId}/unlink` : undefined,
  }
}

/** The page on which a case is linked with another. */
export const linkCasePage = formPage({
  path: '/cases/:caseId/links/new',
  view: linkCaseView,
  operation: linkCase,
  async show(ask, parts) {
    const { caseId } = await ask(getCaseLinks, parts)
    return { caseNumber: String(caseId), linksAddress: linksAddress(caseId) }
  },
  next: backToLinks,
  banner: 'Cases linked',
})

/** The button that takes a link away. */
export const unlinkCaseAction: Action = {
  path: '/cases/:caseId/links/:otherCase/unlink',
  operation: unlinkCase,
  next: backToLinks,
  banner: () => 'Link taken away',
}
