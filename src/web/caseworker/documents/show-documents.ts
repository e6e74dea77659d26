import { listDocumentsOfCase } from '#domain/filing/index.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import { papersOfMerged } from '#web/caseworker/merging/shown-merging.ts'
import { sentBy } from '#web/layout/query.ts'
import type { FilterGroup } from '#web/lists/list.ts'
import { documentsAddress, uploadAddress } from './addresses.ts'
import { bannerFor, shownDocument } from './document-standing.ts'
import { showDocumentsView } from './show-documents.view.ts'

/** The page with a case's files. */
export const showDocumentsPage = casePage({
  path: '/cases/:caseId/documents',
  part: 'documents',
  view: showDocumentsView,
  async show(ask, parts, { banner, csrfToken, query }) {
    const told = await ask(listDocumentsOfCase, { ...sentBy(query), ...parts })
    const { caseId, documents, categories, mayAdd } = told
    return {
      caseNumber: String(caseId),
      at: { path: documentsAddress(caseId), query },
      filters: [...(categories.length > 0 ? [byCategory(categories)] : []), byReader],
      banner: banner === undefined ? undefined : bannerFor(banner, documents),
      csrfToken,
      addAddress: mayAdd ? uploadAddress(caseId) : undefined,
      documents: documents.map((document) => shownDocument(document, told)),
      merged: papersOfMerged(told),
    }
  },
})

const byCategory = (categories: readonly string[]): FilterGroup => ({
  name: 'Category',
  heading: 'Category',
  isOne: true,
  choices: categories.map((each) => ({ value: each, text: each })),
})

const byReader: FilterGroup = {
  name: 'SeenBy',
  heading: 'Who can see it',
  isOne: true,
  choices: [
    { value: 'customer', text: 'The customer too' },
    { value: 'staff', text: 'Staff only' },
  ],
}
