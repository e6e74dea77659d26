import { valueOf } from '#api/reading/wire-parameter.ts'
import type { WireParameters } from '#api/reading/wire-parameter.ts'

/** How a caller says who they are. */
export type Credentials =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'signature'; readonly key: string }
  | { readonly kind: 'none' }

/** Finds the credentials that decide: header, then `access_token`, then `Key` (contract 3.4 (2)). */
export function credentialsOf(
  authorization: string | undefined,
  parameters: WireParameters,
): Credentials {
  const [scheme = '', token = ''] = (authorization ?? '').trim().split(/\s+/, 2)
  if (scheme.toLowerCase() === 'bearer') return { kind: 'bearer', token }
  const accessToken = valueOf(parameters, 'access_token')
  if (accessToken) return { kind: 'bearer', token: accessToken }
  const key = valueOf(parameters, 'Key')
  return key ? { kind: 'signature', key } : { kind: 'none' }
}
