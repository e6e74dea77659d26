import type { ApiWorld } from '#api/api-world.ts'
import { CallRefused } from '#api/call-refused.ts'
import type { WireWord } from '#api/wire-word.ts'
import { organisationsByName, type Organisation } from '#domain/organisations/index.ts'
import { accountCandidates, allowedMethods, isOffered } from './address.ts'
import type { Address, AddressForm } from './address.ts'

/** The organisation a call is for, and the form of the address that led to it. */
export interface Place {
  readonly organisation: Organisation
  readonly form: AddressForm
}

/** Finds the organisation that an address and `db` name, undefined where there is none (contract 1.1). */
export async function findPlace(
  world: ApiWorld,
  address: Address,
  db: string | undefined,
): Promise<Place | undefined> {
  const organisations = await organisationsByName(world.door.database)
  for (const { account, form } of accountCandidates(address, db, world.defaultOrganisation)) {
    const organisation = organisations.get(account)
    if (organisation) return { organisation, form }
  }
  return undefined
}

/** Finds the place of a download, whose token alone names the organisation (contract 1.1 (6)). */
export async function findDownloadPlace(
  world: ApiWorld,
  address: Address,
  organisationId: number,
): Promise<Place | undefined> {
  const organisations = await organisationsByName(world.door.database)
  const organisation = [...organisations.values()].find(
    (one) => one.organisationId === organisationId,
  )
  const named = address.named.find(({ account }) => organisations.has(account))
  return organisation && { organisation, form: address.dbForm ?? named?.form ?? 'H3' }
}

/** Raises CallRefused where a word does not answer at a place, or not to a method (contract 1.2, 1.3). */
export function checkPlace(word: WireWord, method: string, { organisation, form }: Place): void {
  const { isWritingByGetAllowed, isDisclosureOnPortalOnly } = organisation.settings
  if (!isOffered(word, form, { isFeedPortalOnly: isDisclosureOnPortalOnly })) {
    throw new CallRefused('address')
  }
  const methods: readonly string[] = allowedMethods(word, form, { isWritingByGetAllowed })
  if (!methods.includes(method)) throw new CallRefused('method')
}
