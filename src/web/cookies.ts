/** The cookie of that name that a browser sent, if it did; takes the header as it came. */
export const cookieOf = (header: string | undefined, name: string): string | undefined => {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** Says how long a cookie is kept, and whether the browser may send it without TLS. */
export type Keeping = { readonly isSecure: boolean; readonly seconds?: number }

/** The header that sets a cookie no script can read and no other site's form carries (ASVS 5.0.0 3.3). */
export const setCookie = (name: string, value: string, keeping: Keeping): string => {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax']
  if (keeping.isSecure) attributes.push('Secure')
  if (keeping.seconds !== undefined) attributes.push(`Max-Age=${keeping.seconds}`)
  return [`${name}=${value}`, ...attributes].join('; ')
}
