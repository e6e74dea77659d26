import { randomUUID } from 'node:crypto'
import type { AuditEntry } from '#platform/audit-entries.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database.ts'
import type { Outside } from '#platform/outside.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import { actorLabel, readerOf, type Actor } from './actor.ts'
import { answerOnce, type Idempotency, type RememberedCalls } from './idempotency.ts'
import type { CaseReference, Operation, Sought, Subject } from './operation.ts'
import { readParameters, type RawParameters } from './parameters.ts'
import { invalidInput, notPermitted, Refusal, unknownCase } from './refusal.ts'

/** What the door needs of the outside world and of the domain, handed in by the composition root. */
export interface Door {
  readonly database: Database
  readonly outside: Outside
  readonly clock: Clock
  /** Finds the case that the transaction's reader may know of; in a write locks its row. */
  readonly findSubject: (db: Reading, sought: Sought) => Promise<Subject | undefined>
  /** Remembers that a user has opened a case: lists of the cases used last come from there. */
  readonly recordUse: (db: Writing, use: CaseUse) => Promise<unknown>
  readonly insertAuditEntry: (db: Writing, entry: AuditEntry) => Promise<unknown>
  readonly rememberedCalls: RememberedCalls
}

/** Who has opened which case, and when. */
export interface CaseUse {
  readonly userId: number
  readonly caseId: number
  readonly usedAt: Date
}

/** One call of an operation, by whom, with what. */
export interface Call {
  readonly actor: Actor
  readonly raw: RawParameters
  readonly requestId?: string
  readonly idempotency?: Idempotency
}

type Told = { caseId?: number; particulars: Record<string, unknown> }
type Input = Readonly<Record<string, unknown>>

/**
 * The only way to perform an operation: permission, parameters, transaction, subject, handler, audit,
 * commit, and what must wait for the commit. Returns what the handler returned; throws a Refusal where the answer is no.
 */
export async function perform(door: Door, operation: Operation, call: Call): Promise<unknown> {
  const told: Told = { particulars: {} }
  const requestId = call.requestId ?? randomUUID()
  const note = (outcome: string): AuditEntry => ({
    occurredAt: door.clock.now(),
    actor: actorLabel(call.actor),
    operation: operation.name,
    outcome,
    caseId: told.caseId ?? null,
    particulars: told.particulars,
    requestId,
  })
  try {
    const input = admit(operation, call)
    return await carryOut(door, operation, { ...call, input, told, note })
  } catch (error) {
    if (error instanceof Refusal) {
      // in a transaction of its own: the refusal's rollback would erase it
      await door.database.write(call.actor.organisationId, (db) =>
        door.insertAuditEntry(db, note(`refused: ${error.kind.name}`)),
      )
    }
    throw error
  }
}

function admit(operation: Operation, { actor, raw }: Call): Input {
  if (!actor.permissions.has(operation.permission)) throw new Refusal(notPermitted)
  const { input, flaws } = readParameters(operation.parameters, raw)
  if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
  return input
}

interface Admitted extends Call {
  readonly input: Input
  readonly told: Told
  readonly note: (outcome: string) => AuditEntry
}

async function carryOut(door: Door, operation: Operation, admitted: Admitted): Promise<unknown> {
  const { organisationId } = admitted.actor
  const work = async (db: Reading) =>
    operation.handle(await taskFor(door, operation, { ...admitted, db }))
  if (operation.effect === 'read' && !operation.isSensitive)
    return door.database.read(organisationId, work, readerOf(admitted.actor))
  const { actor } = admitted
  // what is only read may be read again
  const once = operation.effect === 'write' ? admitted.idempotency : undefined
  const writing = async (db: Writing) => {
    const done = once
      ? await answerOnce({ db, door, operation, once, actor, work: () => work(db) })
      : { result: await work(db), isRepeat: false }
    noteUse(door, operation, { ...admitted, db })
    void door.insertAuditEntry(db, admitted.note('done')) // travels with the commit
    return done
  }
  const { result, isRepeat } = await door.database.write(organisationId, writing, readerOf(actor))
  if (operation.afterwards && !isRepeat) await operation.afterwards({ ...door, result, actor })
  return result
}

function noteUse(
  door: Door,
  { effect, subject }: Operation,
  { db, actor, told }: Admitted & { readonly db: Writing },
): void {
  const isOpened = effect === 'read' && subject !== undefined && actor.kind === 'user'
  if (!isOpened || told.caseId === undefined) return
  const use = { userId: actor.id, caseId: told.caseId, usedAt: door.clock.now() }
  void door.recordUse(db, use)
}

async function taskFor(
  door: Door,
  operation: Operation,
  { db, input, actor, told }: Admitted & { readonly db: Reading },
) {
  let subject: Subject | undefined
  if (operation.subject) {
    const named = input[operation.subject as string] as CaseReference | number
    const reference = typeof named === 'number' ? { caseId: named } : named
    const isWriting = operation.effect === 'write'
    subject = await door.findSubject(db, { reference, isWriting })
    if (!subject) throw new Refusal(unknownCase)
    told.caseId = subject.caseId
  }
  return {
    input,
    db,
    outside: door.outside,
    actor,
    subject,
    now: door.clock.now(),
    refuse: (...refused: ConstructorParameters<typeof Refusal>) => new Refusal(...refused),
    record(caseId: number | undefined, particulars: Record<string, unknown> = {}) {
      if (caseId !== undefined) told.caseId = caseId
      Object.assign(told.particulars, particulars)
    },
  }
}
