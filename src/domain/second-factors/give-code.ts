import { fulfilSession, type Coming } from '#domain/sessions/index.ts'
import { beginAttempt, noteFailure, noteSuccess } from '#domain/sign-in/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Writing } from '#platform/statement.ts'
import { stepOfCode, unsealAppSecret } from './authenticator-app.ts'
import { byOf, factorOf, type FactorWorld, type Given } from './factor.ts'
import { countFactors, findApp, useRecoveryCode, useStep } from './queries.ts'
import { hashOfCode } from './recovery-codes.ts'

/** A code that was typed in a half session, and the session's token. */
export interface Typed {
  readonly actor: Actor
  readonly token: string
  readonly code: string
}

/** Gives a code of one's authenticator app; each is good once, and those before it no more. */
export const giveAppCode = (world: FactorWorld, coming: Coming, typed: Typed): Promise<Given> =>
  give(world, coming, {
    ...typed,
    factor: 'authenticator app',
    isRight: (db) => isAppCode(db, world, { ...typed, now: coming.now }),
  })

/** Gives one of one's recovery codes, each good once. */
export const giveRecoveryCode = (
  world: FactorWorld,
  coming: Coming,
  typed: Typed,
): Promise<Given> =>
  give(world, coming, {
    ...typed,
    factor: 'recovery code',
    async isRight(db) {
      const used = { userId: typed.actor.id, codeHash: hashOfCode(typed.code), now: coming.now }
      return (await useRecoveryCode(db, used)).length > 0
    },
  })

type Giving = Omit<Typed, 'code'> & {
  readonly factor: string
  readonly isRight: (db: Writing) => Promise<boolean>
}

const give = (
  { database }: FactorWorld,
  coming: Coming,
  { actor, token, factor, isRight }: Giving,
): Promise<Given> =>
  database.write(actor.organisationId, async (db): Promise<Given> => {
    const about = { subject: factorOf(actor), what: 'give second factor' }
    const until = await beginAttempt(db, coming, about)
    if (until) return { kind: 'too many', until }
    if (!(await isRight(db))) {
      noteFailure(db, coming, about)
      return { kind: 'wrong' }
    }
    noteSuccess(db, coming, about.subject)
    const opened = await fulfilSession(db, coming, { token, person: byOf(actor), factor })
    if (!opened) return { kind: 'lapsed' }
    const { codes } = await countFactors(db, { userId: actor.id })
    return { kind: 'opened', codesLeft: codes, ...opened }
  })

async function isAppCode(
  db: Writing,
  { factorKey }: FactorWorld,
  { actor, code, now }: Typed & { readonly now: Date },
): Promise<boolean> {
  const { organisationId, id: userId } = actor
  const app = await findApp(db, { userId })
  if (!app) return false
  const secret = unsealAppSecret(factorKey, { organisationId, userId }, app.sealedSecret)
  const step = stepOfCode(secret, code, now)
  return step !== undefined && (await useStep(db, { userId, step, now })).length > 0
}
