import { addRequestPart } from './add-request-part.ts'
import { addThirdParty } from './add-third-party.ts'
import { applyExemption } from './apply-exemption.ts'
import { completeSearch } from './complete-search.ts'
import { decidePart } from './decide-part.ts'
import { dropExemption } from './drop-exemption.ts'
import { getInformation } from './get-information.ts'
import { linkRequest } from './link-request.ts'
import { planSearch } from './plan-search.ts'
import { recordCost } from './record-cost.ts'
import { settleThirdParty } from './settle-third-party.ts'
import { unlinkRequest } from './unlink-request.ts'
import { withdrawCost } from './withdraw-cost.ts'

export {
  addRequestPart,
  addThirdParty,
  applyExemption,
  completeSearch,
  decidePart,
  dropExemption,
  getInformation,
  linkRequest,
  planSearch,
  recordCost,
  settleThirdParty,
  unlinkRequest,
  withdrawCost,
}
export { activityKinds, costMeter, isCounted, type Activity, type CostMeter } from './cost-meter.ts'
export { unknownPart, unknownSearch, unknownThirdParty } from './errors.ts'
export { informationFacts } from './facts.ts'
export { decisions, lackingForAnswer, type InformationFacts } from './lacking.ts'
export const operations = [
  addRequestPart,
  addThirdParty,
  applyExemption,
  completeSearch,
  decidePart,
  dropExemption,
  getInformation,
  linkRequest,
  planSearch,
  recordCost,
  settleThirdParty,
  unlinkRequest,
  withdrawCost,
]
