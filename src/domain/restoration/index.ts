import { restoreChange } from './restore-change.ts'

export { restoreChange }
export const operations = [restoreChange]
