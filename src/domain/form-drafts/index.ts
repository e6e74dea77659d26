import { saveDraftField } from './save-field.ts'
import { saveDraftSection } from './save-section.ts'

export { saveDraftField, saveDraftSection }
export const operations = [saveDraftField, saveDraftSection]
