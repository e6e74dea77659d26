import { fetchDocumentJob } from './fetch-document.job.ts'
import { retryDocument } from './retry-document.ts'
import { uploadDocuments } from './upload-documents.ts'

export {
  allowDocumentSources,
  readDocumentSource,
  removeDocumentSources,
  type DocumentSource,
} from './document-source.ts'
export { fetchWithinCall } from './fetch-within-call.ts'
export {
  documentRows,
  fetchedWithinCall,
  readDocuments,
  type DocumentState,
  type NewDocument,
} from './new-document.ts'
export {
  addedDocumentIds,
  addingDocuments,
  listDocuments,
  listDocumentSources,
  takesDocuments,
} from './queries.ts'
export { retryDocument, uploadDocuments }
export const operations = [uploadDocuments, retryDocument]
export const jobs = [fetchDocumentJob]
