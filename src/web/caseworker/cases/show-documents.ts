import { getCaseOverview } from '#domain/notes/index.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import { uploadAddress } from '#web/caseworker/documents/addresses.ts'
import { papersOfMerged } from '#web/caseworker/merging/shown-merging.ts'
import { casePage } from './case-page.ts'
import { bannerFor, shownDocument } from './document-standing.ts'
import { showDocumentsView } from './show-documents.view.ts'

/** The page with a case's files. */
export const showDocumentsPage = casePage({
  path: '/cases/:caseId/documents',
  part: 'documents',
  view: showDocumentsView,
  async show(ask, parts, { banner, csrfToken }) {
    const theCase = await ask(getCaseOverview, parts)
    const { caseId, documents } = theCase
    if (!documents) throw new Refusal(notPermitted)
    return {
      caseNumber: String(caseId),
      banner: banner === undefined ? undefined : bannerFor(banner, documents),
      csrfToken,
      addAddress: theCase.mayAddDocuments ? uploadAddress(caseId) : undefined,
      documents: documents.map((document) => shownDocument(document, theCase)),
      merged: papersOfMerged(theCase),
    }
  },
})
