/** How a job stands: being worked, put in and not worked yet, or tried as often as it may be. */
export const jobStates = ['running', 'waiting', 'failed'] as const
export type JobState = (typeof jobStates)[number]

/** How a failure that may be told begins: sentences of our own, whose ends hold nobody's words. */
const ownSentences = ['The document did not come: ', 'The mail was not taken: ']
const code = /^[0-9A-Z]{5}$/

/** Why a job failed, as far as that may be told: what a library quotes may be what somebody wrote. */
export function tellableFailure(kept: string | null): string | undefined {
  if (kept === null) return undefined
  if (ownSentences.some((begins) => kept.startsWith(begins))) return kept
  return code.test(kept)
    ? `The database refused it, with the code ${kept}`
    : 'Something unexpected went wrong; the log of the server says what, under the number of the job'
}
