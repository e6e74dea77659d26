import { fetchDocumentJob } from './fetch-document.job.ts'
import { getCaseDocuments } from './get-case-documents.ts'
import { downloadDocument } from './download-document.ts'
import { retryDocument } from './retry-document.ts'
import { uploadDocuments } from './upload-documents.ts'

export {
  allowedSources,
  allowDocumentSources,
  readDocumentSource,
  removeDocumentSources,
  type DocumentSource,
} from './document-source.ts'
export { documentReference, fileReference, sendableMediaType } from './document.ts'
export { documentNotRetrieved, unknownDocument } from './errors.ts'
export { fetchWithinCall } from './fetch-within-call.ts'
export { documentRows, fetchedWithinCall, readDocuments, type NewDocument } from './new-document.ts'
export {
  addedDocumentIds,
  addingDocuments,
  listDocuments,
  listDocumentSources,
  takesDocuments,
} from './queries.ts'
export { linkActor } from './download-document.ts'
export { getCaseDocuments, downloadDocument, retryDocument, uploadDocuments }
export const operations = [getCaseDocuments, downloadDocument, uploadDocuments, retryDocument]
export const jobs = [fetchDocumentJob]
