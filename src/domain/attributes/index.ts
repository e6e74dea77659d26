import { changeDetailsOfCase } from './change-details.ts'
import { getCaseAttribute } from './get-case-attribute.ts'
import { getCaseDetails } from './get-case-details.ts'
import { getDetailsForm } from './get-details-form.ts'
import { updateCase } from './update-case.ts'

export { attribute, type Attribute, type AttributeKind } from './attribute.ts'
export { caseSource } from './case-source.ts'
export { caseAttributes } from './catalogue.ts'
export { changeDetails, everyField } from './change-in-details.ts'
export { writeDayFirst } from './day-first.ts'
export { fieldParameter, seenParameter, type DetailField } from './detail-field.ts'
export { detailsOfCase } from './details-of-case.ts'
export { detailsChangedMeanwhile } from './errors.ts'
export {
  formAttributes,
  formAttributesOf,
  type FormAttribute,
  type FormDefinition,
} from './form-attributes.ts'
export { changeDetailsOfCase, getCaseAttribute, getCaseDetails, getDetailsForm, updateCase }
export const operations = [
  getCaseDetails,
  getCaseAttribute,
  updateCase,
  getDetailsForm,
  changeDetailsOfCase,
]
