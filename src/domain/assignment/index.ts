import { assignCase } from './assign-case.ts'
import { endAbsence } from './end-absence.ts'
import { getAbsences } from './get-absences.ts'
import { getAssignable } from './get-assignable.ts'
import { setAbsence } from './set-absence.ts'
import { setSkills } from './set-skills.ts'
import { unassignCase } from './unassign-case.ts'

export { absenceKinds, comeBack, putAbsence } from './absence.ts'
export { findAbsenceOn, listAbsences } from './absence-queries.ts'
export { assignNew, assignStage, hasAssignment, type Assignment, type Work } from './assign-work.ts'
export { barredFrom } from './barred.ts'
export { decide, type Candidate, type Decision, type WorkFacts } from './decide.ts'
export { getHolder, giveCase, listQueues, tellGiven } from './giving-queries.ts'
export {
  addSkill,
  findStaff,
  findStaffByNumber,
  listSkills,
  listStaff,
  removeSkill,
} from './staff-queries.ts'
export { placeFor, targetOf, targetParameters } from './target.ts'
export { assignCase, endAbsence, getAbsences, getAssignable, setAbsence, setSkills, unassignCase }
export const operations = [
  assignCase,
  unassignCase,
  getAbsences,
  getAssignable,
  setAbsence,
  endAbsence,
  setSkills,
]
