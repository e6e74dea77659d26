import { allowedSources } from '#domain/documents/index.ts'
import { organisationsByName } from '#domain/organisations/index.ts'
import type { NamedProvider, ProviderReach } from '#platform/identity-provider/identity-provider.ts'
import { trouble, type ProviderTrouble } from '#platform/identity-provider/provider-trouble.ts'
import type { Database } from '#platform/database.ts'
import type { Outside } from '#platform/outside.ts'
import { namedProvider, type Provider } from './provider.ts'
import { findProvider } from './queries.ts'
import type { Refusing } from './refused.ts'

/** For which organisation a provider is asked, and by what means. */
export interface Asking {
  readonly database: Database
  readonly outside: Outside
  readonly organisationId: number
}

/** A provider that can be asked. */
export interface Askable {
  readonly kind: 'askable'
  readonly provider: Provider
  readonly named: NamedProvider
  readonly reach: ProviderReach
}

const sealBroken = trouble(
  'secret',
  'The client secret that is kept here can no longer be read. An administrator must enter it again.',
)

/** The provider of an organisation with all that it takes to ask it; undefined where there is none. */
export async function askableProvider(
  asking: Asking,
): Promise<Askable | ProviderTrouble | undefined> {
  const { database, outside, organisationId } = asking
  const [provider, isAllowed] = await database.read(organisationId, (db) =>
    Promise.all([findProvider(db, {}), allowedSources(db)]),
  )
  if (!provider) return undefined
  const named = namedProvider(outside.providers, organisationId, provider)
  if (!named) return sealBroken
  const { seconds, lookup } = outside.providers
  const howToAllow = await remedyFor(asking)
  const guard = { isAllowed, howToAllow, ...(lookup ? { lookup } : {}) }
  return { kind: 'askable', provider, named, reach: { ...guard, timeLimit: seconds * 1000 } }
}

/** The provider with which people sign in, or why they cannot. */
export async function providerInUse(
  asking: Asking,
): Promise<Askable | { readonly kind: 'none'; readonly why: Refusing }> {
  const asked = await askableProvider(asking)
  if (asked?.kind === 'trouble') return { kind: 'none', why: { reason: 'trouble', asked } }
  return asked?.provider.isOn ? asked : { kind: 'none', why: { reason: 'off' } }
}

async function remedyFor({ database, organisationId }: Asking) {
  const organisations = [...(await organisationsByName(database)).values()]
  const name = organisations.find((each) => each.organisationId === organisationId)?.name ?? ''
  return (source: string) =>
    `An administrator can allow it: document-source allow ${source} --organisation ${name}`
}
