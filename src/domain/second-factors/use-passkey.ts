import {
  fulfilSession,
  noteSignIn,
  openSession,
  type Coming,
  type Known,
  type Opened,
} from '#domain/sessions/index.ts'
import { noteFailure, noteSuccess } from '#domain/sign-in/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Database } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { sought, type Purpose } from './challenge.ts'
import { useChallenge } from './challenge-queries.ts'
import { byOf, factorOf, type Given } from './factor.ts'
import { askedBy, type PasskeySite } from './passkey-options.ts'
import { readPasskeyResponse, unlessWrong } from './passkey-response.ts'
import { countFactors, findPasskey, touchPasskey } from './queries.ts'

/** What a browser has answered that was asked to use a passkey, and where. */
export interface UsedPasskey {
  readonly site: PasskeySite
  readonly response: string
}

/** Gives a passkey of one's own as second factor, in a half session. */
export const givePasskey = (
  database: Database,
  coming: Coming,
  { actor, token, ...used }: UsedPasskey & { readonly actor: Actor; readonly token: string },
): Promise<Given> =>
  database.write(actor.organisationId, async (db): Promise<Given> => {
    const asked = { purpose: 'second factor', sessionId: actor.sessionId ?? null } as const
    const person = await personOf(db, coming, { ...used, ...asked })
    const about = { subject: factorOf(actor), what: 'give second factor' }
    if (person?.userId !== actor.id) {
      noteFailure(db, coming, about)
      return { kind: 'wrong' }
    }
    noteSuccess(db, coming, about.subject)
    const factor = 'passkey'
    const opened = await fulfilSession(db, coming, { token, person: byOf(actor), factor })
    if (!opened) return { kind: 'lapsed' }
    const { codes } = await countFactors(db, { userId: actor.id })
    return { kind: 'opened', codesLeft: codes, ...opened }
  })

/** Signs in with a passkey alone, whose device has made sure of its person; undefined where anything is not right. */
export const signInWithPasskey = (
  database: Database,
  coming: Coming,
  used: UsedPasskey,
): Promise<Opened | undefined> =>
  database.write(coming.organisationId, async (db) => {
    const asked = { purpose: 'sign in', sessionId: null } as const
    const person = await personOf(db, coming, { ...used, ...asked })
    const opened =
      person && (await openSession(db, coming, { person, way: 'passkey', strength: 'full' }))
    if (opened) {
      noteSuccess(db, coming, { userId: person.userId })
      noteSuccess(db, coming, askedBy(coming))
    } else noteSignIn(db, coming, { what: 'sign in', outcome: 'failed' })
    return opened
  })

type Asked = UsedPasskey & { readonly purpose: Purpose; readonly sessionId: number | null }

/** Whose passkey it is that was used; the challenge is used up, whatever comes of it. */
async function personOf(
  db: Writing,
  coming: Coming,
  { site, response: text, purpose, sessionId }: Asked,
): Promise<Known | undefined> {
  const response = readPasskeyResponse(text)
  if (!response) return undefined
  const { challenge, id, whole } = response
  const [meant] = await useChallenge(db, sought({ challenge, purpose, sessionId }, coming))
  const passkey = meant && (await findPasskey(db, { credentialId: id }))
  if (!passkey) return undefined
  const { passkeyId, userId, fullName, publicKey, signCount } = passkey
  const checked = await unlessWrong(async () => {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
    return verifyAuthenticationResponse({
      response: whole,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: { id: whole.id, publicKey: new Uint8Array(publicKey), counter: signCount },
      // alone it stands for password and second factor both
      requireUserVerification: purpose === 'sign in',
    })
  })
  if (!checked?.verified) return undefined
  const { newCounter } = checked.authenticationInfo
  void touchPasskey(db, { passkeyId, signCount: newCounter, now: coming.now })
  return { userId, fullName }
}
