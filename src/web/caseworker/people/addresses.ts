/** Where somebody's page is. */
export const personAddress = (customerId: number | string): string =>
  `/people/${encodeURIComponent(String(customerId))}`

/** Where people are found. */
export const peopleAddress = '/people'
