import { tellResetJob } from './tell-reset.job.ts'

export { addPasskey } from './add-passkey.ts'
export { deleteLapsedChallenges } from './challenge-queries.ts'
export { appAddress } from './authenticator-app.ts'
export { strengthOf, type FactorWorld, type Given, type SetUp } from './factor.ts'
export { giveAppCode, giveRecoveryCode } from './give-code.ts'
export { ownFactors, removeFactor, type Removed } from './own-factors.ts'
export {
  factorOptions,
  newPasskeyOptions,
  signInOptions,
  type PasskeySite,
} from './passkey-options.ts'
export { resetFactors, type FactorsReset } from './reset-factors.ts'
export { makeCodesAnew } from './recovery-codes.ts'
export { beginApp, confirmApp, secretBegun, type BegunApp } from './set-up-app.ts'
export { givePasskey, signInWithPasskey } from './use-passkey.ts'
export const jobs = [tellResetJob]
