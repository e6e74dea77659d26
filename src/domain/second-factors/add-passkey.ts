import { noteSignIn, type Coming } from '#domain/sessions/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Database } from '#platform/database.ts'
import { sought } from './challenge.ts'
import { useChallenge } from './challenge-queries.ts'
import { byOf, type SetUp } from './factor.ts'
import { passkeyAlgorithms, type PasskeySite } from './passkey-options.ts'
import { readPasskeyResponse, unlessWrong, type PasskeyResponse } from './passkey-response.ts'
import { insertPasskey, lockPerson } from './queries.ts'
import { isAllowed, setUp } from './set-up-app.ts'

/** A passkey that a browser has made; with the token of a half session where it is the first factor of all. */
export interface MadePasskey {
  readonly actor: Actor
  readonly site: PasskeySite
  readonly name: string
  readonly response: string
  readonly half?: string | undefined
}

const what = 'add passkey'

/** Keeps a passkey that a browser has made. */
export async function addPasskey(
  database: Database,
  coming: Coming,
  made: MadePasskey,
): Promise<SetUp> {
  const { actor, name, half } = made
  const response = readPasskeyResponse(made.response)
  const credential = response && (await credentialIn(response, made.site))
  return database.write(actor.organisationId, async (db): Promise<SetUp> => {
    const userId = actor.id
    await lockPerson(db, { userId })
    const { challenge = '' } = response ?? {}
    const sessionId = actor.sessionId ?? null
    const [meant] = await useChallenge(
      db,
      sought({ challenge, purpose: 'new passkey', sessionId }, coming),
    )
    if (!meant || !(await isAllowed(db, { actor, half }))) return { kind: 'lapsed' }
    const kept = credential
      ? await insertPasskey(db, { ...credential, userId, name, now: coming.now })
      : []
    if (kept.length > 0) return setUp(db, coming, { actor, half, what, factor: 'passkey' })
    noteSignIn(db, coming, { what, outcome: 'failed', by: byOf(actor), particulars: { userId } })
    return { kind: 'wrong' }
  })
}

/** What is kept of a passkey; undefined where anything in the answer is not right. That its challenge is ours is checked apart. */
const credentialIn = ({ challenge, whole }: PasskeyResponse, site: PasskeySite) =>
  unlessWrong(async () => {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
    if (!(await isPlain(whole.response.attestationObject))) return undefined
    const { registrationInfo } = await verifyRegistrationResponse({
      response: whole,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      supportedAlgorithmIDs: [...passkeyAlgorithms],
      requireUserVerification: false,
    })
    if (!registrationInfo) return undefined
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return {
      credentialId: Buffer.from(id, 'base64url'),
      publicKey: Buffer.from(publicKey),
      signCount: counter,
      transports,
    }
  })

/**
 * Nothing is asked of who made the authenticator. A certificate in the answer is refused before anything looks at
 * it: to see whether it was revoked, the library would fetch the address that stands in it.
 */
async function isPlain(attestation: string): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers')
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestation, 'base64url')))
  const format = decoded.get('fmt')
  return format === 'none' || (format === 'packed' && !decoded.get('attStmt').get('x5c'))
}
