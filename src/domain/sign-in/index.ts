import { sendResetJob } from './send-reset.job.ts'

export { beginAttempt, noteFailure, noteSuccess } from './attempt.ts'
export { askReset } from './ask-reset.ts'
export { confirmPassword, passwordAskedOf, type NotConfirmed } from './confirm-password.ts'
export { givePasswords, type GivenPassword } from './give-passwords.ts'
export { deleteLapsedSignIns } from './queries.ts'
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
export const jobs = [sendResetJob]
