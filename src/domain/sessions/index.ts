import { endSession } from './end-session.ts'
import { getEverySession } from './get-every-session.ts'
import { getSessions } from './get-sessions.ts'

export { noteSignIn, type At, type Coming, type Known } from './coming.ts'
export { endOtherSessions } from './queries.ts'
export {
  closeSession,
  fulfilSession,
  openSession,
  signedIn,
  type Opened,
  type SignedIn,
  type Strength,
  type StrengthOf,
} from './session.ts'
export { after, hash, idleLife, newToken } from './token.ts'
export { endSession, getEverySession, getSessions }
export const operations = [endSession, getEverySession, getSessions]
