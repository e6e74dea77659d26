import { previewNation } from './preview-nation.ts'
import { setOrganisation } from './set-organisation.ts'

export { previewNation, setOrganisation }
export const operations = [setOrganisation, previewNation]
