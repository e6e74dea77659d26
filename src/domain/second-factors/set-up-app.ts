import { fulfilSession, newToken, noteSignIn, type Coming } from '#domain/sessions/index.ts'
import { beginAttempt, noteFailure, noteSuccess } from '#domain/sign-in/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Writing } from '#platform/statement.ts'
import { newAppSecret, sealAppSecret, stepOfCode, unsealAppSecret } from './authenticator-app.ts'
import { kept, sought, type Meant } from './challenge.ts'
import { findChallenge, insertChallenge, useChallenge } from './challenge-queries.ts'
import { byOf, factorOf, type FactorWorld, type SetUp } from './factor.ts'
import { countFactors, lockPerson, putApp } from './queries.ts'
import { firstCodes } from './recovery-codes.ts'

/** An authenticator app that is being set up: what its QR code says, and what its first code is sent with. */
export interface BegunApp {
  readonly secret: string
  readonly challenge: string
}

const whoseOf = ({ organisationId, id }: Actor) => ({ organisationId, userId: id })

const meantBy = ({ sessionId }: Actor, challenge: string): Meant => ({
  challenge,
  purpose: 'authenticator app',
  sessionId: sessionId ?? null,
})

/** Makes the secret of an authenticator app; it is kept for a while, and counts once a code of it was given. */
export async function beginApp(
  { database, factorKey }: FactorWorld,
  coming: Coming,
  actor: Actor,
): Promise<BegunApp> {
  const secret = newAppSecret()
  const challenge = newToken()
  const sealedSecret = sealAppSecret(factorKey, whoseOf(actor), secret)
  await database.write(actor.organisationId, (db) =>
    insertChallenge(db, { ...kept(meantBy(actor, challenge), coming), sealedSecret }),
  )
  return { secret, challenge }
}

/** The secret of an authenticator app that is being set up, to be shown again; undefined where it has lapsed. */
export const secretBegun = (
  { database, factorKey }: FactorWorld,
  coming: Coming,
  { actor, challenge }: { readonly actor: Actor; readonly challenge: string },
): Promise<string | undefined> =>
  database.read(actor.organisationId, async (db) => {
    const found = await findChallenge(db, sought(meantBy(actor, challenge), coming))
    return found?.sealedSecret
      ? unsealAppSecret(factorKey, whoseOf(actor), found.sealedSecret)
      : undefined
  })

/** The first code of an app; with the token of a half session where it is the first factor of all. */
export interface FirstCode {
  readonly actor: Actor
  readonly challenge: string
  readonly code: string
  readonly half?: string | undefined
}

/** Sets up an authenticator app, once a code of it was given. */
export async function confirmApp(
  world: FactorWorld,
  coming: Coming,
  first: FirstCode,
): Promise<SetUp> {
  const { actor, challenge, code } = first
  const secret = await secretBegun(world, coming, first)
  if (secret === undefined) return { kind: 'lapsed' }
  const about = { subject: factorOf(actor), what: 'add authenticator app' }
  return world.database.write(actor.organisationId, async (db): Promise<SetUp> => {
    await lockPerson(db, { userId: actor.id })
    // before anything counts as right: a code of an app of one's own would forgive guesses at another's
    if (!(await isAllowed(db, first))) return { kind: 'lapsed' }
    const until = await beginAttempt(db, coming, about)
    if (until) return { kind: 'too many', until }
    const step = stepOfCode(secret, code, coming.now)
    if (step === undefined) {
      noteFailure(db, coming, about)
      return { kind: 'wrong' }
    }
    const [meant] = await useChallenge(db, sought(meantBy(actor, challenge), coming))
    if (!meant) return { kind: 'lapsed' }
    noteSuccess(db, coming, about.subject)
    const sealedSecret = sealAppSecret(world.factorKey, whoseOf(actor), secret)
    void putApp(db, { userId: actor.id, sealedSecret, step, now: coming.now })
    return setUp(db, coming, { ...first, what: about.what, factor: 'authenticator app' })
  })
}

type Setting = Pick<FirstCode, 'actor' | 'half'>

/** Whoever has given only their password may set a factor up where they have none. */
export async function isAllowed(db: Writing, { actor, half }: Setting): Promise<boolean> {
  const { apps, passkeys } = await countFactors(db, { userId: actor.id })
  return half === undefined || apps + passkeys === 0
}

/** Ends the setting up of a factor: recovery codes where there are none, and a full session where a half one waits. */
export async function setUp(
  db: Writing,
  coming: Coming,
  { actor, half, what, factor }: Setting & { readonly what: string; readonly factor: string },
): Promise<SetUp> {
  const by = byOf(actor)
  noteSignIn(db, coming, { what, by, particulars: { userId: actor.id } })
  const codes = await firstCodes(db, actor.id)
  const opened =
    half === undefined
      ? undefined
      : await fulfilSession(db, coming, { token: half, person: by, factor })
  return { kind: 'set up', codes, opened }
}
