import type { Organisation } from '#domain/organisations/index.ts'
import { beginPath, offeredProvider } from '#domain/single-sign-on/index.ts'
import type { WebFace } from '#web/visitor.ts'

/** The button that leads to the provider, and whether there is another way. */
export type Offered = {
  readonly action: string
  readonly label: string
  /** May people sign in with a password or a passkey too? */
  readonly admitsOtherWays: boolean
}

/** What the page to sign in offers beside a password; nothing where single sign-on is off. */
export const offeredBy = async (
  { door: { database } }: WebFace,
  { organisationId, name }: Organisation,
): Promise<{ readonly offered?: Offered }> => {
  const found = await offeredProvider(database, organisationId)
  return found ? { offered: { ...found, action: beginPath(name) } } : {}
}
