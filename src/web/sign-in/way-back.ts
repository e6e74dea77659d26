const longest = 2000

/** The local address to go to after signing in; the first page where none is given, or one elsewhere. */
export const localAddress = (asked: unknown): string => {
  const text = typeof asked === 'string' ? asked : ''
  const isLocal = /^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(text) && text.length <= longest
  return isLocal && !text.startsWith('/sign-') ? text : '/'
}

/** A way back as part of an address; nothing where it is the first page. */
export const nextQuery = (next: string): string =>
  next === '/' ? '' : `?next=${encodeURIComponent(next)}`

/** The local address of the page that a form was on, as the browser says. */
export const addressBefore = (referrer: string | undefined, host: string | undefined): string => {
  if (referrer === undefined || !URL.canParse(referrer)) return '/'
  const before = new URL(referrer)
  return before.host === host ? localAddress(before.pathname + before.search) : '/'
}
