import { getFirstSteps } from './get-first-steps.ts'
import { hideFirstSteps } from './hide-first-steps.ts'

export { getFirstSteps, hideFirstSteps }
export const operations = [getFirstSteps, hideFirstSteps]
