import { endSession } from './end-session.ts'
import { getEverySession } from './get-every-session.ts'
import { getSessions } from './get-sessions.ts'
import { sendResetJob } from './send-reset.job.ts'

export { beginAttempt, noteFailure, noteSuccess } from './attempt.ts'
export { askReset } from './ask-reset.ts'
export { noteSignIn, type At, type Coming, type Known } from './coming.ts'
export { confirmPassword, passwordAskedOf, type NotConfirmed } from './confirm-password.ts'
export { givePasswords, type GivenPassword } from './give-passwords.ts'
export { deleteLapsedSignIns, endOtherSessions } from './queries.ts'
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
export { enqueueReset, resetAddress } from './send-reset.job.ts'
export {
  changePassword,
  findResetAddress,
  passwordToChange,
  resetPassword,
  type NotSet,
} from './set-password.ts'
export { addSignInToken, createSignInToken, openByLink, signInAddress } from './sign-in-link.ts'
export { signInWithPassword, type SigningIn } from './sign-in-with-password.ts'
export { after, hash, idleLife, newToken } from './token.ts'
export { endSession, getEverySession, getSessions }
export const operations = [endSession, getEverySession, getSessions]
export const jobs = [sendResetJob]
