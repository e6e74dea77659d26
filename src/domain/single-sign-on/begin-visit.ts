import { createHash, randomBytes } from 'node:crypto'
import type { Coming } from '#domain/sessions/index.ts'
import type { Database } from '#platform/database.ts'
import { wayToProvider } from '#platform/identity-provider/identity-provider.ts'
import type { Outside } from '#platform/outside.ts'
import type { Writing } from '#platform/statement.ts'
import { providerInUse } from './ask-provider.ts'
import { redirectAddress } from './provider.ts'
import { deleteLapsedVisits, insertVisit } from './queries.ts'
import { refused, type Refused } from './refused.ts'

/** How long somebody may take at the provider, in milliseconds. */
export const visitLife = 10 * 60_000

/** What is stored of what a browser holds or an address carries: whoever reads the table can use none. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A secret of 256 bits that nobody can guess. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Forgets visits that nobody has come back from, and what was typed before them. */
export const forgetLapsedVisits = (db: Writing, now: Date): void =>
  void deleteLapsedVisits(db, { since: new Date(now.getTime() - visitLife) })

/** From where somebody sets out, and where they want to go on afterwards. */
export interface SettingOut {
  readonly organisation: string
  /** What binds the visit to the browser. */
  readonly browser: string
  /** The session that the browser had here, open or not. */
  readonly session: string | undefined
  readonly next: string
  readonly kept: string | undefined
}

/** By what means somebody signs in. */
export interface Means {
  readonly database: Database
  readonly outside: Outside
}

/** Sends somebody to the provider of the organisation: gives the address there. */
export async function beginVisit(
  means: Means,
  coming: Coming,
  { organisation, browser, session, next, kept }: SettingOut,
): Promise<{ readonly kind: 'begun'; readonly address: string; readonly label: string } | Refused> {
  const { database, outside } = means
  const { organisationId, now } = coming
  const asked = await providerInUse({ database, outside, organisationId })
  if (asked.kind === 'none') return refused(database, coming, asked.why)
  const { provider, named, reach } = asked
  const [state, nonce, verifier] = [newSecret(), newSecret(), newSecret()]
  const visit = {
    redirectAddress: redirectAddress(outside.providers, organisation),
    state,
    nonce,
    verifier,
  }
  const way = await wayToProvider(named, reach, { scopes: provider.scopes, visit })
  if (way.kind === 'trouble') return refused(database, coming, { reason: 'trouble', asked: way })
  await database.write(organisationId, async (db) => {
    forgetLapsedVisits(db, now)
    const sessionHash = session === undefined ? null : hashOf(session)
    const hashes = { stateHash: hashOf(state), browserHash: hashOf(browser), sessionHash }
    await insertVisit(db, { ...hashes, nonce, verifier, next, kept: kept ?? null, now })
  })
  return { kind: 'begun', address: way.address, label: provider.label }
}
