import { getSingleSignOn } from './get-single-sign-on.ts'
import { setSingleSignOn } from './set-single-sign-on.ts'
import { testSingleSignOn } from './test-single-sign-on.ts'
import { unlinkIdentity } from './unlink-identity.ts'

export { beginVisit, forgetLapsedVisits, newSecret, visitLife } from './begin-visit.ts'
export { finishVisit } from './finish-visit.ts'
export { leaveProvider } from './leave-provider.ts'
export { offeredProvider, type OfferedProvider } from './offered-provider.ts'
export { beginPath } from './provider.ts'
export type { Refused } from './refused.ts'
export { getSingleSignOn, setSingleSignOn, testSingleSignOn, unlinkIdentity }
export const operations = [getSingleSignOn, setSingleSignOn, testSingleSignOn, unlinkIdentity]
