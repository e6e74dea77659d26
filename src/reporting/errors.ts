import { refusal } from '#kernel/refusal.ts'

/** Everything that is wrong with a report that was handed in to be saved, one sentence each. */
export class ReportFaults extends Error {
  override readonly name = 'ReportFaults'
  readonly faults: readonly string[]

  constructor(reportId: number, faults: readonly string[]) {
    super(`Report ${reportId}: ${faults.join('; ')}`)
    this.faults = Object.freeze([...faults])
  }
}

export const unknownReport = refusal('unknownReport', 'There is no such report')
