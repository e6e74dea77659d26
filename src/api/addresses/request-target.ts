import type { IncomingMessage } from 'node:http'

/**
 * The path and query that a request is for. A whole address may stand there instead (RFC 9112 3.2.2): its host
 * then counts for that of the header.
 */
export function targetOf(request: Pick<IncomingMessage, 'url' | 'headers'>): string {
  const target = request.url ?? '/'
  if (target.startsWith('/')) return target
  const [, host, rest = target] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#@]*)(.*)$/is.exec(target) ?? []
  if (host) request.headers.host = host
  return rest.startsWith('/') ? rest : `/${rest}`
}
