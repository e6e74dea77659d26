import { getCaseDetails } from './get-case-details.ts'

export { type Attribute, type AttributeKind } from './attribute.ts'
export { caseSource } from './case-source.ts'
export { caseAttributes } from './catalogue.ts'
export {
  formAttributes,
  formAttributesOf,
  type FormAttribute,
  type FormDefinition,
} from './form-attributes.ts'
export { getCaseDetails }
export const operations = [getCaseDetails]
