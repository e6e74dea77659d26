/** Where somebody's page is. */
export const personAddress = (customerId: number | string): string =>
  `/people/${encodeURIComponent(String(customerId))}`
