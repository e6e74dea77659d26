import { addRequestPart } from './add-request-part.ts'
import { applyExemption } from './apply-exemption.ts'
import { decidePart } from './decide-part.ts'
import { dropExemption } from './drop-exemption.ts'

export { addRequestPart, applyExemption, decidePart, dropExemption }
export { informationClosed, unknownPart } from './errors.ts'
export { exemptions, findExemption } from './exemptions.ts'
export { informationFacts } from './facts.ts'
export { decisions, factsOf, lackingForAnswer, type InformationFacts } from './lacking.ts'
export { listClaimed, listParts } from './part-queries.ts'
export const operations = [addRequestPart, decidePart, applyExemption, dropExemption]
