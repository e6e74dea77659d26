import type { Aftermath } from '#kernel/operation.ts'
import { fetchDocument, type Fetching } from './fetch-document.ts'

const atOnce = 4
// a fetch's own limit must not come before the call's, or a short call would be noted as a slow document
const beyondTheCall = 60

/**
 * Fetches documents before the call is answered, within the seconds that one call may spend in all. What does
 * not come, the job put in with the documents fetches later; nothing that happens here fails the call.
 */
export async function fetchWithinCall(
  { actor, database, outside, clock }: Aftermath<unknown>,
  documentIds: readonly number[],
): Promise<void> {
  if (documentIds.length === 0) return
  const { callSeconds } = outside.documents
  const signal = AbortSignal.timeout(callSeconds * 1000)
  const fetching: Fetching = {
    organisationId: actor.organisationId,
    database,
    outside,
    clock,
    signal,
    seconds: callSeconds + beyondTheCall,
  }
  const waiting = [...documentIds]
  const fetchNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift())
      await fetchDocument(fetching, next).catch(() => {}) // the job tries again, and its failure is seen
  }
  await Promise.all(Array.from({ length: atOnce }, fetchNext))
}
