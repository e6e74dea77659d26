import {
  amendDocument,
  getDocument,
  releaseDocument,
  withdrawDocument,
} from '#domain/filing/index.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Ask, PathParts } from '#web/layout/form-page.ts'
import { documentAddress } from './addresses.ts'
import { amendDocumentView } from './amend-document.view.ts'
import { releaseDocumentView } from './release-document.view.ts'
import { showDocumentView } from './show-document.view.ts'
import { shownPaper } from './shown-paper.ts'

const path = '/cases/:caseId/documents/:document'

const next = ({ caseId = '', document = '' }: PathParts): string =>
  documentAddress(caseId, document)

/** The page of a document. */
export const showDocumentPage = casePage({
  path,
  part: 'documents',
  view: showDocumentView,
  show: async (ask, parts, { banner }) => shownPaper(await ask(getDocument, parts), banner),
})

const forForm = async (ask: Ask, parts: PathParts) => {
  const { caseId, document, categories } = await ask(getDocument, parts)
  const { name, category } = document
  const back = documentAddress(caseId, `D${document.documentId}`)
  return { caseNumber: String(caseId), name, category: category ?? '', categories, back }
}

const amendDocumentPage = formPage({
  path: `${path}/change`,
  view: amendDocumentView,
  operation: amendDocument,
  show: forForm,
  next,
  banner: 'Title and category saved',
})

const releaseDocumentPage = formPage({
  path: `${path}/release`,
  view: releaseDocumentView,
  operation: releaseDocument,
  show: async (ask, parts) => ({ ...(await forForm(ask, parts)), isRelease: true }),
  next,
  banner: 'The customer can see this document now',
})

const withdrawDocumentPage = formPage({
  path: `${path}/withdraw`,
  view: releaseDocumentView,
  operation: withdrawDocument,
  show: async (ask, parts) => ({ ...(await forForm(ask, parts)), isRelease: false }),
  next,
  banner: 'The customer can no longer see this document',
})

/** The pages on which something is done with a document. */
export const documentFormPages = [amendDocumentPage, releaseDocumentPage, withdrawDocumentPage]
