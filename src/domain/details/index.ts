import { changeDetailsOfCase } from './change-details.ts'
import { getDetailsForm } from './get-details-form.ts'

export { changeDetails, everyField } from './change-in-details.ts'
export { writeDayFirst } from './day-first.ts'
export { detailFields, fieldParameter, seenParameter, type DetailField } from './detail-field.ts'
export { detailsOfCase } from './details-of-case.ts'
export { detailsChangedMeanwhile } from './errors.ts'
export { changeDetailsOfCase, getDetailsForm }
export const operations = [getDetailsForm, changeDetailsOfCase]
