import { addFile, getDocument, getUploadForm, replaceDocument } from '#domain/filing/index.ts'
import type { Operation } from '#kernel/operation.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import type { Ask, Form, PathParts } from '#web/layout/form-page.ts'
import type { Page } from '#web/layout/layout.ts'
import { addDocumentsView } from './add-documents.view.ts'
import { addVersionView } from './add-version.view.ts'
import { documentAddress, documentsAddress } from './addresses.ts'

/** What a page is to tell: the names of the files just added although others were not, or what was done before. */
export type UploadNews = {
  readonly added: readonly string[]
  readonly banner: string | undefined
}

/** A page with a form that carries files. */
export interface UploadPage {
  readonly path: string
  /** What is performed for each file. */
  readonly operation: Operation
  /** Sees whether somebody may send files here, and gives the page. */
  readonly look: (ask: Ask, parts: PathParts) => Promise<(form: Form, news: UploadNews) => Page>
  readonly next: (parts: PathParts) => string
}

const addDocumentsPage: UploadPage = {
  path: '/cases/:caseId/documents/new',
  operation: addFile,
  async look(ask, parts) {
    const told = await ask(getUploadForm, parts)
    return (form, { added }) => addDocumentsView({ ...told, added }, form)
  },
  next: ({ caseId = '' }) => documentsAddress(caseId),
}

const addVersionPage: UploadPage = {
  path: '/cases/:caseId/documents/:document/version',
  operation: replaceDocument,
  async look(ask, parts) {
    const { caseId, document, mayChange, mostBytes } = await ask(getDocument, parts)
    if (!mayChange) throw new Refusal(notPermitted)
    const { name, isReleased } = document
    const back = documentAddress(caseId, `D${document.documentId}`)
    const model = { caseNumber: String(caseId), name, isReleased, mostBytes, back }
    return (form) => addVersionView(model, form)
  },
  next: ({ caseId = '', document = '' }) => documentAddress(caseId, document),
}

/** The pages with forms that carry files to a case. */
export const uploadPages: readonly UploadPage[] = [addDocumentsPage, addVersionPage]
