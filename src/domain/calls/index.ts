import { attachToCall } from './attach-to-call.ts'
import { detachFromCall } from './detach-from-call.ts'
import { dropCallDraft } from './drop-call-draft.ts'
import { getCallFiles } from './get-call-files.ts'
import { getCallForm } from './get-call-form.ts'
import { recordCall } from './record-call.ts'
import { saveCallDraft } from './save-call-draft.ts'

export {
  attachToCall,
  detachFromCall,
  dropCallDraft,
  getCallFiles,
  getCallForm,
  recordCall,
  saveCallDraft,
}
export const operations = [
  attachToCall,
  detachFromCall,
  dropCallDraft,
  getCallFiles,
  getCallForm,
  recordCall,
  saveCallDraft,
]
