import { exportAudit } from './export-audit.ts'
import { listAudit } from './list-audit.ts'
import { startVerification } from './start-verification.ts'
import { verifyAuditJob } from './verify-audit.job.ts'

export { auditEntry, auditEntryColumns } from './queries.ts'
export { outcomes } from './entry-filters.ts'
export { checkNow } from './verification.ts'
export { exportAudit, listAudit, startVerification }
export const operations = [exportAudit, listAudit, startVerification]
export const jobs = [verifyAuditJob]
