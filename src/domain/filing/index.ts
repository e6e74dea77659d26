import { addFile } from './add-file.ts'
import { amendDocument } from './amend-document.ts'
import { downloadVersion } from './download-version.ts'
import { getDocument } from './get-document.ts'
import { getUploadForm } from './get-upload-form.ts'
import { listDocumentsOfCase } from './list-documents.ts'
import { releaseDocument } from './release-document.ts'
import { replaceDocument } from './replace-document.ts'
import { withdrawDocument } from './withdraw-document.ts'

export { readCategory, whatMayBeFiled } from './category.ts'
export { receiveFile } from './receive-file.ts'
export { newFile, receivedFile } from './received-file.ts'
export {
  addFile,
  amendDocument,
  downloadVersion,
  getDocument,
  getUploadForm,
  listDocumentsOfCase,
  releaseDocument,
  replaceDocument,
  withdrawDocument,
}
export const operations = [
  addFile,
  amendDocument,
  downloadVersion,
  getDocument,
  getUploadForm,
  listDocumentsOfCase,
  releaseDocument,
  replaceDocument,
  withdrawDocument,
]
