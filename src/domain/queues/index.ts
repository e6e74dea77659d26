import { getMyWork } from './get-my-work.ts'

export { getMyWork }
export const operations = [getMyWork]
