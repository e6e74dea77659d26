import { getCases } from './get-cases.ts'

export { getCases }
export const operations = [getCases]
