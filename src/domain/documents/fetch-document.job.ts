import { job } from '#kernel/job.ts'
import { fetching } from './document.ts'
import { fetchDocument } from './fetch-document.ts'

const seconds = 120

/** Fetches a document that did not come with the call; a refusal is final, a failure is tried again. */
export const fetchDocumentJob = job<{ readonly documentId: number }>({
  ...fetching,
  async work({ payload, actor, database, outside, clock, signal }) {
    const { organisationId } = actor
    const world = { organisationId, database, outside, clock, signal, seconds }
    const fetched = await fetchDocument(world, payload.documentId)
    if (fetched.kind === 'failed') throw new Error(`The document did not come: ${fetched.reason}`)
  },
})
