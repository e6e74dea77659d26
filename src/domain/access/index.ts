export { caseReference } from './case-reference.ts'
export { findSubject } from './find-subject.ts'
export { apiKeyPermissions, permissionsOf, roles, type Role } from './role.ts'
