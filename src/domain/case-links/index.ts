import { getCaseLinks } from './get-case-links.ts'
import { linkCase } from './link-case.ts'
import { unlinkCase } from './unlink-case.ts'

export { linkInWords, linkKinds } from './link.ts'
export { getCaseLinks, linkCase, unlinkCase }
export const operations = [getCaseLinks, linkCase, unlinkCase]
