/** How cases can hang together, as it is kept of the case that was linked. */
export const linkKinds = ['related', 'duplicate', 'follows', 'part'] as const

export type LinkKind = (typeof linkKinds)[number]

const words = {
  related: ['Related to', 'Related to'],
  duplicate: ['Duplicate of', 'Has the duplicate'],
  follows: ['Follows', 'Followed by'],
  part: ['Part of', 'Has the part'],
  merged: ['Merged into', 'Has taken in'],
} as const satisfies Readonly<Record<LinkKind | 'merged', readonly [from: string, to: string]>>

/** How a link reads from the case that was linked. */
export const linkInWords = (kind: LinkKind): string => words[kind][0]

/** How a link reads from one of its cases: from the case that was linked, or from the other. */
export const sideInWords = (kind: string, isFromOther: boolean): string => {
  const known = [...linkKinds, 'merged' as const].find((each) => each === kind)
  return known ? words[known][isFromOther ? 1 : 0] : kind
}
