import { openSession, type Coming, type Opened, type StrengthOf } from '#domain/sessions/index.ts'
import { violatedConstraint, type Database } from '#platform/database.ts'
import { whoCameBack } from '#platform/identity-provider/identity-provider.ts'
import { providerInUse, type Askable } from './ask-provider.ts'
import { hashOf, visitLife, type Means } from './begin-visit.ts'
import { readComer, type Comer } from './comer.ts'
import { redirectAddress } from './provider.ts'
import { takeVisit } from './queries.ts'
import { recognise } from './recognise.ts'
import { noteRefusal, refused, type Refused } from './refused.ts'

/** What a browser brings back from the provider. */
export interface ComingBack {
  readonly organisation: string
  /** What binds the visit to the browser; absent where it holds nothing. */
  readonly browser: string | undefined
  /** What the address says: a code and the state, or an error. */
  readonly answer: URLSearchParams
}

/** What came of it: a session, or why there is none. */
export type Finished =
  | {
      readonly kind: 'opened'
      readonly opened: Opened
      readonly next: string
      readonly kept: string | undefined
    }
  | Refused

/** Signs somebody in who comes back from the provider. A visit serves once, whatever comes of it. */
export async function finishVisit(
  { database, outside, strengthOf }: Means & { readonly strengthOf: StrengthOf },
  coming: Coming,
  { organisation, browser, answer }: ComingBack,
): Promise<Finished> {
  const state = answer.get('state') ?? ''
  const visit = await endVisit(database, coming, { state, browser })
  if (!visit) return refused(database, coming, { reason: 'lapsed' })
  const { organisationId } = coming
  const asked = await providerInUse({ database, outside, organisationId })
  if (asked.kind === 'none') return refused(database, coming, asked.why)
  const { nonce, verifier, next, kept } = visit
  const sent = {
    redirectAddress: redirectAddress(outside.providers, organisation),
    state,
    nonce,
    verifier,
  }
  const came = await whoCameBack(asked.named, asked.reach, { answer, visit: sent })
  if (came.kind === 'trouble') return refused(database, coming, { reason: 'trouble', asked: came })
  const comer = readComer(came.claims, asked.provider)
  const entered = await enter({ database, strengthOf }, coming, { asked, comer })
  return entered.kind === 'refused' ? entered : { ...entered, next, kept: kept ?? undefined }
}

async function endVisit(
  database: Database,
  { organisationId, now }: Coming,
  { state, browser }: { readonly state: string; readonly browser: string | undefined },
) {
  if (state === '' || browser === undefined) return undefined
  const hashes = { stateHash: hashOf(state), browserHash: hashOf(browser) }
  const since = new Date(now.getTime() - visitLife)
  const [visit] = await database.write(organisationId, (db) => takeVisit(db, { ...hashes, since }))
  return visit
}

interface Entering {
  readonly asked: Askable
  readonly comer: Comer
}

type Entered = { readonly kind: 'opened'; readonly opened: Opened } | Refused

async function enter(
  { database, strengthOf }: Pick<Means, 'database'> & { readonly strengthOf: StrengthOf },
  coming: Coming,
  { asked: { provider }, comer }: Entering,
): Promise<Entered> {
  try {
    return await database.write(coming.organisationId, async (db): Promise<Entered> => {
      const recognised = await recognise(db, coming, { provider, comer })
      if (recognised.kind === 'refused') return noteRefusal(db, coming, recognised)
      const { person } = recognised
      const strength = comer.isWeak ? await strengthOf(db, person.userId) : 'full'
      const opened = await openSession(db, coming, { person, way: 'single sign-on', strength })
      return opened
        ? { kind: 'opened', opened }
        : noteRefusal(db, coming, { reason: 'disabled', person })
    })
  } catch (error) {
    // somebody else has taken the address, the user name or the last administrator's place meanwhile
    if (violatedConstraint(error) === undefined) throw error
    return refused(database, coming, { reason: 'at the same time' })
  }
}
