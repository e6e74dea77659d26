import { randomUUID } from 'node:crypto'
import { caseNumberIn, openCaller, type Caller, type Credentials, type Reply } from './caller.ts'

/** A call that was made, and made again under the same key until it was answered. */
export interface Entry {
  readonly service: 'createcase' | 'addcasenotes'
  /** Its Idempotency-Key, which is also the case's external reference or the note's text. */
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
  /** The case that it was acknowledged with. */
  caseId?: number
}

/** Callers at work: each opens case after case, and adds notes to its cases. */
export interface Load {
  /** Every call that was begun, in the order in which they were. */
  readonly entries: readonly Entry[]
  acknowledged(): number
  /** Answers other than the acknowledged ones. */
  readonly refusals: readonly Reply[]
  /** Lets the callers finish the call they make, and waits for them. */
  stop(): Promise<void>
}

/** Sets so many callers to work; each goes on until it gets no answer at all, or is stopped. */
export function work(address: string, credentials: Credentials, callers: number): Load {
  const entries: Entry[] = []
  const refusals: Reply[] = []
  let isStopped = false
  const carryOn = async () => {
    const caller = openCaller(address, credentials)
    const make = async (entry: Entry) => {
      entries.push(entry)
      const reply = await repeat(caller, entry)
      if (entry.caseId === undefined) refusals.push(reply)
    }
    try {
      while (!isStopped) {
        const opened = newCase()
        await make(opened)
        for (const _ of [1, 2]) if (opened.caseId !== undefined) await make(newNote(opened.caseId))
      }
    } catch {
      // the server is gone
    } finally {
      caller.close()
    }
  }
  const all = Promise.all(Array.from({ length: callers }, carryOn))
  return {
    entries,
    refusals,
    acknowledged: () => entries.filter(({ caseId }) => caseId !== undefined).length,
    async stop() {
      isStopped = true
      await all
    },
  }
}

/** Makes the call of an entry (again), and notes the case where it is acknowledged. */
export async function repeat(caller: Caller, entry: Entry): Promise<Reply> {
  const reply = await caller.call(entry.service, entry.fields, entry.key)
  const caseId = caseNumberIn(reply)
  if (caseId !== undefined) entry.caseId ??= caseId
  return reply
}

/** A case with everything that a case can begin with. */
export function newCase(): Entry {
  const key = randomUUID()
  const fields = {
    RequestDate: new Date().toISOString(),
    Type: 'Complaint',
    ExternalId: key,
    'Customer.Surname': 'Bell',
    'Customer.Gender': 'Woman',
    Team: 'No such team',
    Details: 'It barks.',
  }
  return { service: 'createcase', key, fields }
}

function newNote(caseId: number): Entry {
  const key = randomUUID()
  const fields = { RequestDate: new Date().toISOString(), CaseId: String(caseId), Notes: key }
  return { service: 'addcasenotes', key, fields }
}
