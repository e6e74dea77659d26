const written = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** Gives an amount of pence as people read it: "£180.25", and "£1,180" where there are no pence (GOV.UK style guide). */
export const pounds = (pence: number): string => written.format(pence / 100).replace(/\.00$/, '')

/** Gives an exact amount as it is stored, such as 180.25, as people read it. */
export const poundsOf = (amount: string): string => pounds(Math.round(Number(amount) * 100))

/** Gives an amount of pence as it is typed into a field that has its pound sign beside it: "1180.25". */
export const poundsTyped = (pence: number): string => (pence / 100).toFixed(2).replace(/\.00$/, '')
