import { addRemedy } from './add-remedy.ts'
import { amendRemedy } from './amend-remedy.ts'
import { completeRemedy } from './complete-remedy.ts'
import { dropRemedy } from './drop-remedy.ts'
import { listOpenRemedies } from './list-open-remedies.ts'
import { reopenRemedy } from './reopen-remedy.ts'

export { addRemedy, amendRemedy, completeRemedy, dropRemedy, listOpenRemedies, reopenRemedy }
export { notAhead, typedDate } from './day.ts'
export { unknownPoint, unknownRemedy } from './errors.ts'
export { numberInCase } from './number.ts'
export { listOwners, ownerOf, ownerParameters } from './owner.ts'
export { remedyKinds } from './remedy.ts'
export { countOpenRemedies, listRemedies } from './remedy-queries.ts'
export const operations = [
  addRemedy,
  amendRemedy,
  completeRemedy,
  dropRemedy,
  reopenRemedy,
  listOpenRemedies,
]
