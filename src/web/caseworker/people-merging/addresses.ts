import { personAddress } from '#web/caseworker/people/addresses.ts'

/** Where two records are compared, of which the first stays. */
export const mergeAddress = (kept: number, other: number): string =>
  `${personAddress(kept)}/merge/${other}`

/** Where merged records are taken apart. */
export const unmergeAddress = (mergeId: number): string => `/people/merges/${mergeId}/undo`
