/** Where the second factor is given. */
export const secondFactorAddress = '/sign-in/second-factor'
