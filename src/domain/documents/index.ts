export {
  documentRows,
  fetchedWithinCall,
  readDocuments,
  type DocumentState,
  type NewDocument,
} from './new-document.ts'
export { addedDocumentIds, addingDocuments, takesDocuments } from './queries.ts'
