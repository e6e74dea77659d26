import { getVersionMove } from './get-version-move.ts'
import { moveCasesJob } from './move-cases.job.ts'
import { moveOpenCases } from './move-open-cases.ts'

export { stageParameter } from './lost.ts'
export { getVersionMove, moveOpenCases }
export const operations = [getVersionMove, moveOpenCases]
export const jobs = [moveCasesJob]
