export { caseReference } from './case-reference.ts'
