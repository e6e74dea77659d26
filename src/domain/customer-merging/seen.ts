/** When two records were last changed, as a form says it. */
export const seenOf = (pair: readonly { readonly updatedAt: Date }[]): string =>
  pair.map(({ updatedAt }) => updatedAt.toISOString()).join(' ')
