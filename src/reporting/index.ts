import { getReport } from './get-report.ts'

export { getReport }
export { ReportFaults } from './errors.ts'
export { listReports } from './queries.ts'
export { saveReport, type SavedReport } from './save-report.ts'
export const operations = [getReport]
