import type { ApiWorld } from '#api/api-world.ts'
import { downloadPath } from '#api/addresses/address.ts'
import type { Caller } from '#api/addresses/caller-address.ts'
import { makeDownloadToken } from '#api/signing-in/download-token.ts'

// the contract (6.9) asks for an hour at least
const hoursGood = 2

/**
 * Gives what names the address of a document: on the host that was asked, with a token of its own that is
 * good for two hours (contract 6.9). `db` is opaque there; ours says nothing.
 */
export function documentUrls(
  world: ApiWorld,
  { protocol, host }: Caller,
  { organisationId }: { readonly organisationId: number },
): (reference: string) => string {
  const expiresAt = new Date(world.door.clock.now().getTime() + hoursGood * 3_600_000)
  const base = `${protocol}://${host ?? 'localhost'}${downloadPath}`
  return (reference) => {
    const token = makeDownloadToken(world.downloadKey, { organisationId, reference }, expiresAt)
    return `${base}?ref=${reference}&bin=Y&auth=0&db=x&access_token=${encodeURIComponent(token)}`
  }
}
