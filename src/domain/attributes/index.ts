import { getCaseAttribute } from './get-case-attribute.ts'
import { getCaseDetails } from './get-case-details.ts'
import { updateCase } from './update-case.ts'

export { attribute, type Attribute, type AttributeKind } from './attribute.ts'
export { writtenOf } from './case-details.ts'
export { caseSource } from './case-source.ts'
export { caseAttributes } from './catalogue.ts'
export {
  attributeKindOf,
  formAttributes,
  formAttributesOf,
  type FormAttribute,
  type FormDefinition,
} from './form-attributes.ts'
export { isPublicationField } from './new-values.ts'
export { getCaseAttribute, getCaseDetails, updateCase }
export const operations = [getCaseDetails, getCaseAttribute, updateCase]
