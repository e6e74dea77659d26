import { previewNation } from './preview-nation.ts'
import { setLogo } from './set-logo.ts'
import { setLook } from './set-look.ts'
import { setOrganisation } from './set-organisation.ts'

export { inLog as lookInLog } from './change-look.ts'
export { largestLogo } from './set-logo.ts'
export { previewNation, setLogo, setLook, setOrganisation }
export const operations = [setOrganisation, setLook, setLogo, previewNation]
