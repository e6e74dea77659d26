import { rightsIn } from '#domain/access/index.ts'
import { recordChange, type Kept } from '#domain/change-log/index.ts'
import { lockOwnOrganisation } from '#domain/organisations/index.ts'
import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { flag, text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import { flawed } from './errors.ts'
import { getReadiness } from './identity-queries.ts'
import { markOfProvider } from './mark-of-provider.ts'
import { sealClientSecret, type Provider } from './provider.ts'
import { findProvider, putProvider } from './queries.ts'
import { issuerFault } from './read-issuer.ts'
import { readGroupRoles, writeGroupRoles } from './written-groups.ts'

const line = text({ max: 500 })

const parameters = {
  ...seenMark,
  isOn: optional(flag, 'People can sign in with it'),
  label: required(text({ max: 60 }), 'What people call the provider'),
  issuer: required(line, 'Issuer'),
  clientId: required(line, 'Client id'),
  clientSecret: optional(text({ max: 1000 }), 'Client secret'),
  scopes: optional(line, 'Scopes'),
  groupsClaim: optional(line, 'Claim that holds the groups'),
  groupRoles: optional(text({ max: 20_000 }), 'Groups and roles'),
  isUnknownAdmitted: optional(flag, 'New people are let in'),
  isOtherWayAllowed: optional(flag, 'People may also sign in with a password or a passkey'),
}

/** Sets single sign-on up, or changes it. */
export const setSingleSignOn = operation({
  name: 'setsinglesignon',
  summary: 'Set up single sign-on',
  effect: 'write',
  isWebOnly: true,
  permission: 'role.manage',
  parameters,
  errors: [],
  returns: reply<{ issuer: string }>('setsinglesignonresponse', { issuer: 'issuer' }),
  examples: [
    {
      Label: 'North Council account',
      Issuer: 'https://127.0.0.1:9/north',
      ClientId: 'casework',
      GroupRoles: 'casework-staff = case worker',
      IsOtherWayAllowed: 'true',
    },
  ],

  async handle({ input, db, outside, actor, now, record }) {
    await lockOwnOrganisation(db, {})
    const held = await findProvider(db, {})
    if (held) refuseOthersChange(input.seen, markOfProvider(held))
    const sent = await readSent(db, input)
    const given = input.clientSecret?.trim()
    const bound = { ...sent, organisationId: actor.organisationId }
    const provider: Provider = {
      ...sent,
      clientSecret: given
        ? sealClientSecret(outside.providers, bound, given)
        : secretOf(held, sent),
    }
    await checkWayIn(db, provider)
    void putProvider(db, provider)
    const [before, after] = [held ? inWords(held) : null, inWords(provider)]
    const change = { before, after: given ? { ...after, 'client key': 'a new one' } : after }
    const told = { kind: 'setting', subject: 'single sign-on', ...change } as const
    recordChange(db, told, { by: actorLabel(actor), now })
    record(undefined, change)
    return { issuer: sent.issuer }
  },
})

/** What was sent, but for the secret; throws for the first thing that cannot be used. */
async function readSent(
  db: Writing,
  input: Input<typeof parameters>,
): Promise<Omit<Provider, 'clientSecret'>> {
  const issuer = input.issuer.trim()
  const fault = issuerFault(issuer)
  if (fault !== undefined) throw flawed('Issuer', fault)
  const { roles } = await rightsIn(db)
  const read = readGroupRoles(input.groupRoles ?? '', new Set(roles.keys()))
  if ('fault' in read) throw flawed('GroupRoles', read.fault)
  return {
    isOn: input.isOn === true,
    label: input.label.trim(),
    issuer,
    clientId: input.clientId.trim(),
    scopes: scopesIn(input.scopes),
    groupsClaim: input.groupsClaim?.trim() ?? 'groups',
    groupRoles: read.groupRoles,
    admitsUnknown: input.isUnknownAdmitted === true,
    admitsOtherWays: input.isOtherWayAllowed === true,
  }
}

/** The secret kept, which is for one issuer and client: it is never sent to another. */
function secretOf(
  held: Provider | undefined,
  { issuer, clientId }: Pick<Provider, 'issuer' | 'clientId'>,
): Buffer | null {
  if (!held?.clientSecret) return null
  if (held.issuer !== issuer || held.clientId !== clientId)
    throw flawed('ClientSecret', 'Enter the client secret for this issuer and client id')
  return held.clientSecret
}

const scopesIn = (scopes = 'email profile'): string =>
  [...new Set(['openid', ...scopes.split(/[\s,]+/).filter(Boolean)])].join(' ')

/** Nobody closes the way by which they came before another is open. */
async function checkWayIn(db: Writing, provider: Provider): Promise<void> {
  if (!provider.isOn || provider.admitsOtherWays) return
  const { isAdministratorLinked } = await getReadiness(db, { issuer: provider.issuer })
  if (!isAdministratorLinked)
    throw flawed(
      'IsOtherWayAllowed',
      'The other ways can be switched off once an administrator has signed in with this provider',
    )
}

const inWords = (provider: Provider): NonNullable<Kept> => ({
  on: provider.isOn,
  called: provider.label,
  issuer: provider.issuer,
  'client id': provider.clientId,
  'client key': provider.clientSecret === null ? 'none' : 'set',
  scopes: provider.scopes,
  'claim of groups': provider.groupsClaim,
  'groups and roles': writeGroupRoles(provider.groupRoles).split('\n'),
  'new people are let in': provider.admitsUnknown,
  'other ways to sign in': provider.admitsOtherWays,
})
