import { addFile } from './add-file.ts'
import { getUploadForm } from './get-upload-form.ts'

export { receiveFile } from './receive-file.ts'
export { addFile, getUploadForm }
export const operations = [addFile, getUploadForm]
