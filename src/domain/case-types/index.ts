export {
  findCaseType,
  findForm,
  type ActionForm,
  type CaseType,
  type CaseTypeVersion,
  type Field,
} from './case-type.ts'
export { caseTypeVersion, configuredCaseTypes, teamFinder, type Team } from './configured.ts'
export { fieldKinds, type FieldKind } from './field-kinds.ts'
export { parametersOf, readForm, type FormValues } from './form-values.ts'
export {
  placedFields,
  showingOf,
  shownFields,
  type AskedForm,
  type FormSection,
  type PlacedField,
  type ShownWhen,
} from './shown-fields.ts'
export { parseCaseType, type ParsedCaseType } from './parse-case-type.ts'
export { listWaitingVersions } from './queries.ts'
export { momentOf, momentParameters } from './moment.ts'
export { adviceOn } from './advice.ts'
export { checkCaseType, checkParsed } from './check-case-type.ts'
export {
  checkDefinition,
  exportCaseTypes,
  publishCaseType,
  publishFrom,
  type ExportedCaseType,
  type Publication,
} from './publish-case-type.ts'
