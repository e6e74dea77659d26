import { createHash } from 'node:crypto'
import type { Coming } from '#domain/sessions/index.ts'
import { beginAttempt } from '#domain/sign-in/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Database } from '#platform/database.ts'
import { challengeLife, kept, type Purpose } from './challenge.ts'
import { insertChallenge } from './challenge-queries.ts'
import { listPasskeys, lockPerson } from './queries.ts'

/** Where passkeys are good: the domain that they belong to, and the address at which browsers may use them. */
export interface PasskeySite {
  readonly id: string
  readonly origin: string
}

/** What a browser is asked, as the library of the browser takes it. */
export interface PasskeyOptions {
  readonly challenge: string
}

/** For whom a passkey is made, and what the organisation is called. */
export interface MakingPasskey {
  readonly actor: Actor
  readonly site: PasskeySite
  readonly title: string
}

/** How passkeys sign: EdDSA, ES256, RS256 (RFC 9053, RFC 8812), which all devices between them know. */
export const passkeyAlgorithms: readonly number[] = [-8, -7, -257]

// the library takes its time to load: only who uses passkeys waits for it
const library = () => import('@simplewebauthn/server')

const told = (passkeys: Awaited<ReturnType<typeof listPasskeys>>) =>
  passkeys.map(({ credentialId, transports }) => ({
    id: credentialId.toString('base64url'),
    transports: [...transports],
  }))

// what says nothing of the person, and is the same for each passkey of theirs (WebAuthn 3, 14.6.1)
const handleOf = ({ organisationId, id }: Actor) =>
  new Uint8Array(createHash('sha256').update(`passkeys of ${organisationId} ${id}`).digest())

/** What a browser is asked to make a passkey of the actor's. */
export async function newPasskeyOptions(
  database: Database,
  coming: Coming,
  { actor, site, title }: MakingPasskey,
): Promise<PasskeyOptions> {
  const { generateRegistrationOptions } = await library()
  return database.write(actor.organisationId, async (db) => {
    const { email } = await lockPerson(db, { userId: actor.id })
    const options = await generateRegistrationOptions({
      rpName: `Casewright ${title}`,
      rpID: site.id,
      userName: email,
      userDisplayName: actor.name,
      userID: handleOf(actor),
      timeout: challengeLife,
      attestationType: 'none',
      supportedAlgorithmIDs: [...passkeyAlgorithms],
      excludeCredentials: told(await listPasskeys(db, { userId: actor.id })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    })
    const sessionId = actor.sessionId ?? null
    await insertChallenge(db, keptFor('new passkey', coming, { ...options, sessionId }))
    return options
  })
}

/** What a browser is asked to use one of the actor's passkeys as second factor. */
export async function factorOptions(
  database: Database,
  coming: Coming,
  { actor, site }: Omit<MakingPasskey, 'title'>,
): Promise<PasskeyOptions> {
  const { generateAuthenticationOptions } = await library()
  return database.write(actor.organisationId, async (db) => {
    const options = await generateAuthenticationOptions({
      rpID: site.id,
      timeout: challengeLife,
      allowCredentials: told(await listPasskeys(db, { userId: actor.id })),
      userVerification: 'preferred',
    })
    const sessionId = actor.sessionId ?? null
    await insertChallenge(db, keptFor('second factor', coming, { ...options, sessionId }))
    return options
  })
}

/**
 * What a browser is asked to sign somebody in with a passkey alone, whoever it is; or until when to wait, where too
 * many have asked from there and did not come in.
 */
export async function signInOptions(
  database: Database,
  coming: Coming,
  site: PasskeySite,
): Promise<PasskeyOptions | { readonly until: Date }> {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    timeout: challengeLife,
    userVerification: 'required',
  })
  const until = await database.write(coming.organisationId, async (db) => {
    const about = { subject: askedBy(coming), what: 'sign in' }
    const wait = await beginAttempt(db, coming, about)
    if (!wait)
      await insertChallenge(db, keptFor('sign in', coming, { ...options, sessionId: null }))
    return wait
  })
  return until ? { until } : options
}

/** Whoever asks from where somebody is to sign in with a passkey alone. */
export const askedBy = ({ address }: Coming) => ({ askedFrom: address })

const keptFor = (
  purpose: Purpose,
  coming: Coming,
  { challenge, sessionId }: PasskeyOptions & { readonly sessionId: number | null },
) => ({ ...kept({ challenge, purpose, sessionId }, coming), sealedSecret: null })
