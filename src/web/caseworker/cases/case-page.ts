import { getCaseHeader } from '#domain/notes/index.ts'
import type { AnyShowPage, Ask, PathParts, ShowPage, Visit } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { caseAddress } from './case-actions.ts'
import { caseFrameView } from './case-frame.view.ts'
import type { CasePart, ShownHeader } from './shown-header.ts'

/** A page of a case; `part` names it where the case's navigation leads to it. */
export type CasePage<Model> = ShowPage<Model> & { readonly part?: CasePart }

/** Declares a page of a case: each is framed alike. */
export const casePage = <Model>({ path, part, view, show }: CasePage<Model>): AnyShowPage =>
  Object.freeze({
    path,
    draw: async (ask: Ask, parts: PathParts, visit: Visit) => {
      const { caseId = '' } = parts
      const [header, model] = await Promise.all([
        ask(getCaseHeader, { caseId }),
        show(ask, parts, visit),
      ])
      return caseFrameView(shownHeader(header), part, view(model))
    },
  })

type Header = Awaited<ReturnType<(typeof getCaseHeader)['handle']>>

const shownHeader = (header: Header): ShownHeader => ({
  caseNumber: String(header.caseId),
  type: header.caseType,
  status: header.status,
  isConfidential: header.isConfidential,
  mainParty: header.mainParty ?? undefined,
  due: header.due,
  closedOn: header.closedOn === null ? undefined : dateInWords(header.closedOn),
  rating: header.rating ?? undefined,
  holder: [header.owner, header.team].filter(Boolean).join(', ') || 'nobody',
  alerts: header.alerts.map(({ name, alert }) => (name === null ? alert : `${name}: ${alert}`)),
  others: header.others,
  parts: partsOf(header),
})

const partsOf = (header: Header): ShownHeader['parts'] => {
  const at = caseAddress(header.caseId)
  const way = (name: CasePart, text: string) => ({ name, text, href: `${at}/${name}` })
  return [
    { name: 'overview', text: 'Overview', href: at },
    way('details', 'Details'),
    way('timeline', 'Timeline'),
    ...(header.maySeeDocuments ? [way('documents', 'Documents')] : []),
    way('notes', 'Notes'),
    way('links', 'Links'),
    way('progress', 'Progress'),
    way('answers', 'Answers'),
    ...(header.hasPoints ? [way('complaint', 'Points')] : []),
    ...(header.isForInformation ? [way('information', 'Information')] : []),
    ...(header.mayUpdateAccess ? [way('access', 'Access')] : []),
  ]
}
