import { isLoopback } from '#platform/identity-provider/guarded-call.ts'
import { readWebAddress } from '#platform/files/web-address.ts'

const anyTenant = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)\b/i

/** Says what is wrong with the address of an issuer; undefined where nothing is. */
export function issuerFault(issuer: string): string | undefined {
  const address = readWebAddress(issuer)
  if (typeof address === 'string') return 'Enter the issuer as an address that begins with https://'
  if (address.protocol !== 'https:' && !isLoopback(address.host))
    return 'The issuer must begin with https://; http:// is for this machine only'
  if (/[?#]/.test(issuer)) return 'Enter the issuer without anything after a ? or #'
  if (issuer.includes('/.well-known/'))
    return 'Enter the issuer without /.well-known/ and what follows'
  if (anyTenant.test(issuer))
    return 'Enter the issuer with the id of your own tenant: this one lets in everybody who has a Microsoft account'
  return undefined
}
