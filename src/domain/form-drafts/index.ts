import { saveDraftActionForm } from './save-action-form.ts'
import { saveDraftField } from './save-field.ts'
import { saveDraftSection } from './save-section.ts'

export { saveDraftActionForm, saveDraftField, saveDraftSection }
export const operations = [saveDraftActionForm, saveDraftField, saveDraftSection]
