import { changeDetailsOfCase } from './change-details.ts'
import { getDetailsForm } from './get-details-form.ts'
import { getRatings } from './get-ratings.ts'
import { rateCase } from './rate-case.ts'

export { readAnswer, type Answer } from './answer.ts'
export { changeDetails, everyField } from './change-in-details.ts'
export { readDayFirst, writeDayFirst } from './day-first.ts'
export { detailFields, fieldParameter, storedIn, type DetailField } from './detail-field.ts'
export { detailsOfCase } from './details-of-case.ts'
export { detailsChangedMeanwhile } from './errors.ts'
export { changeDetailsOfCase, getDetailsForm, getRatings, rateCase }
export const operations = [getDetailsForm, changeDetailsOfCase, getRatings, rateCase]
