import { verifyAudit, type Verification } from '#platform/audit-chain.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database.ts'
import type { Reading } from '#platform/statement.ts'
import { finishVerification, findRunningVerification, insertVerification } from './queries.ts'

/** An organisation of an installation. */
interface Place {
  readonly database: Database
  readonly clock: Clock
  readonly organisationId: number
}

const mostBreaksKept = 100
const longestVerification = 3_600_000

/** Recomputes the chain, and notes what it came to under the number of a check that was asked for. */
export async function finishCheck(
  { database, clock, organisationId }: Place,
  verificationId: number,
): Promise<Verification> {
  const found = await verifyAudit(database, organisationId)
  await database.write(organisationId, (db) =>
    finishVerification(db, {
      ...found,
      verificationId,
      now: clock.now(),
      breaks: found.breaks.slice(0, mostBreaksKept),
    }),
  )
  return found
}

/** Recomputes the chain at once, and notes who asked and what it came to. */
export async function checkNow(place: Place, by: string): Promise<Verification> {
  const { database, clock, organisationId } = place
  const [asked] = await database.write(organisationId, (db) =>
    insertVerification(db, { by, now: clock.now() }),
  )
  return finishCheck(place, asked?.verificationId ?? 0)
}

/** The check that is under way, if there is one. */
export const runningCheck = (db: Reading, now: Date) =>
  findRunningVerification(db, { since: new Date(now.getTime() - longestVerification) })
