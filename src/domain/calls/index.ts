import { dropCallDraft } from './drop-call-draft.ts'
import { getCallForm } from './get-call-form.ts'
import { recordCall } from './record-call.ts'
import { saveCallDraft } from './save-call-draft.ts'

export { dropCallDraft, getCallForm, recordCall, saveCallDraft }
export const operations = [dropCallDraft, getCallForm, recordCall, saveCallDraft]
