import type { KeyObject } from 'node:crypto'
import { settingsNow } from '#domain/organisations/index.ts'
import type { Known, Opened, StrengthOf } from '#domain/sessions/index.ts'
import type { NotConfirmed } from '#domain/sign-in/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Database } from '#platform/database.ts'
import { countFactors } from './queries.ts'

/** What setting up and giving a second factor needs. */
export interface FactorWorld {
  readonly database: Database
  /** Seals the secrets of authenticator apps. */
  readonly factorKey: KeyObject
}

/** What came of giving a second factor. */
export type Given =
  | NotConfirmed
  | { readonly kind: 'lapsed' }
  | ({ readonly kind: 'opened'; readonly codesLeft: number } & Opened)

/** What came of setting one up: recovery codes where they are the first, a session where one waited for it. */
export type SetUp =
  | NotConfirmed
  | { readonly kind: 'lapsed' }
  | {
      readonly kind: 'set up'
      readonly codes: readonly string[] | undefined
      readonly opened: Opened | undefined
    }

/** An actor as the audit of signing in names them. */
export const byOf = ({ id, name }: Actor): Known => ({ userId: id, fullName: name })

/** Whose guesses are counted at a second factor. */
export const factorOf = ({ id }: Actor) => ({ userId: id, isFactor: true }) as const

/** Says how surely somebody is known who gave their password: a factor they have, or must have, is still wanted. */
export const strengthOf: StrengthOf = async (db, userId) => {
  const { apps, passkeys } = await countFactors(db, { userId })
  if (apps + passkeys > 0) return 'password'
  const { secondFactor } = await settingsNow(db)
  return secondFactor === 'required' ? 'password' : 'full'
}
