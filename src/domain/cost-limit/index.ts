import { linkRequest } from './link-request.ts'
import { recordCost } from './record-cost.ts'
import { unlinkRequest } from './unlink-request.ts'
import { withdrawCost } from './withdraw-cost.ts'

export { linkRequest, recordCost, unlinkRequest, withdrawCost }
export { activityKinds, costMeter, isCounted, type Activity, type CostMeter } from './cost-meter.ts'
export { costOfCase } from './cost-of-case.ts'
export { listActivities } from './cost-queries.ts'
export { unknownOtherCase } from './errors.ts'
export const operations = [recordCost, withdrawCost, linkRequest, unlinkRequest]
