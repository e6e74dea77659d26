import { createAction } from './create-action.ts'

export { createAction }
export const operations = [createAction]
