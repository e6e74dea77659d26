export { assignNew, assignStage, hasAssignment, type Assignment, type Work } from './assign-work.ts'
export { decide, type Candidate, type Decision, type WorkFacts } from './decide.ts'
export { tellGiven } from './giving-queries.ts'
