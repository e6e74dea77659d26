import { noteSignIn, type Coming, type Known } from '#domain/sessions/index.ts'
import type { Database } from '#platform/database.ts'
import type { ProviderTrouble } from '#platform/identity-provider/provider-trouble.ts'
import type { Writing } from '#platform/statement.ts'

/** Why somebody is not let in, apart from what is wrong with the provider or on the way to it. */
export type Reason =
  | 'off'
  | 'lapsed'
  | 'no verified address'
  | 'unknown person'
  | 'in no group'
  | 'group lost'
  | 'linked to another'
  | 'disabled'
  | 'at the same time'

/** What keeps somebody out; `detail` is a sentence for people where the provider is the reason. */
export interface Refused {
  readonly kind: 'refused'
  readonly reason: Reason | 'trouble'
  readonly detail?: string
}

/** What is told of a refusal: who it was where that is sure, and what was wrong with the provider. */
export type Refusing =
  | { readonly reason: Reason; readonly person?: Known }
  | { readonly reason: 'trouble'; readonly asked: ProviderTrouble }

/** Writes into the audit that somebody is not let in, and why: never what the provider sent. */
export function noteRefusal(db: Writing, coming: Coming, refusing: Refusing): Refused {
  const isTrouble = refusing.reason === 'trouble'
  const why = isTrouble ? refusing.asked.reason : refusing.reason
  const userId = isTrouble ? undefined : refusing.person?.userId
  noteSignIn(db, coming, {
    what: 'sign in',
    outcome: `refused: ${why}`,
    particulars: { way: 'single sign-on', ...(userId === undefined ? {} : { userId }) },
  })
  const detail = isTrouble ? { detail: refusing.asked.detail } : {}
  return { kind: 'refused', reason: refusing.reason, ...detail }
}

/** The same, in a transaction of its own. */
export const refused = (database: Database, coming: Coming, refusing: Refusing): Promise<Refused> =>
  database.write(coming.organisationId, async (db) => noteRefusal(db, coming, refusing))
