/** A member of the team that takes a step. */
export interface Member {
  readonly userId: number
  readonly name: string
}

/** Somebody who would take a step: who they are, in whose place they may act, and who wrote the answer. */
export interface Candidate {
  readonly userId: number
  /** Of the step's team: the person, and those for whom they stand in; the person first. */
  readonly members: readonly Member[]
  readonly authors: ReadonlySet<number>
}

/** Whether somebody may take a step, and in whose place; else why not. */
export type Admission =
  | { readonly isAdmitted: true; readonly onBehalfOf: Member | undefined }
  | { readonly isAdmitted: false; readonly because: 'own draft' | 'not in team' }

/**
 * Says whether somebody may clear or return an answer. Nobody clears what they wrote, whichever of its
 * wordings that was; nor does whoever stands in for somebody who wrote it.
 */
export function admissionOf({ userId, members, authors }: Candidate): Admission {
  if (members.length === 0) return { isAdmitted: false, because: 'not in team' }
  if (authors.has(userId)) return { isAdmitted: false, because: 'own draft' }
  const member = members.find((each) => !authors.has(each.userId))
  if (!member) return { isAdmitted: false, because: 'own draft' }
  return { isAdmitted: true, onBehalfOf: member.userId === userId ? undefined : member }
}
