import type { StrengthOf } from '#domain/sign-in/index.ts'

/** Says how surely somebody is known who gave their password: nobody has a second factor to give as well. */
export const strengthOf: StrengthOf = async () => 'full'

/** Where the second factor is given. */
export const secondFactorAddress = '/sign-in/second-factor'
