import { recomputeDeadlinesJob } from './recompute-deadlines.job.ts'

export { movesUnder, previewMoves, toldMoves } from './preview-moves.ts'
export { listRecomputations } from './queries.ts'
export { recomputeBatch, type Batch } from './recompute-batch.ts'
export { recountForNation, startRecomputation } from './recompute-deadlines.job.ts'
export const jobs = [recomputeDeadlinesJob]
