import { getChange } from './get-change.ts'
import { listChanges } from './list-changes.ts'

export {
  changeKinds,
  type Change,
  type ChangeKind,
  type Changing,
  type Kept,
} from './change-kind.ts'
export { unknownChange } from './errors.ts'
export { findChange } from './queries.ts'
export { recordChange } from './record-change.ts'
export { getChange, listChanges }
export const operations = [getChange, listChanges]
