import { buffer } from 'node:stream/consumers'
import { isIPv4 } from 'node:net'
import { contentOf } from '#platform/files/fetched-content.ts'
import { failed, refused } from '#platform/files/fetch-outcome.ts'
import { checkedAddresses, type GuardOptions } from '#platform/files/host-guard.ts'
import { requestOnce } from '#platform/files/request-once.ts'
import { readWebAddress, type WebAddress } from '#platform/files/web-address.ts'

/** The bounds of all calls of one errand to a provider. */
export interface Errand extends GuardOptions {
  readonly signal: AbortSignal
}

/** What a call is made of, as the OpenID library gives it. */
interface Asked {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

const longestAnswer = 1024 * 1024

/** Says whether an address stays on this machine, where nobody else reads what goes over the wire. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))

/**
 * Gives what calls a provider for the OpenID library: under the guard of fetched documents, with no redirect
 * followed, and over plain HTTP only within this machine. Throws FetchStopped.
 */
export const guardedCall =
  (errand: Errand) =>
  async (url: string, { method, headers, body }: Asked): Promise<Response> => {
    const address = checked(url)
    const addresses = await checkedAddresses(address, errand, errand.signal)
    const { signal } = errand
    const text = body instanceof URLSearchParams || typeof body === 'string' ? String(body) : null
    const answer = await requestOnce(address, addresses, {
      signal,
      method,
      headers,
      ...(text === null ? {} : { body: text }),
    })
    const content = await buffer(contentOf(answer, longestAnswer, signal))
    return answerOf(address, {
      status: answer.statusCode ?? 0,
      type: answer.headers['content-type'] ?? '',
      content,
    })
  }

function checked(url: string): WebAddress {
  const address = readWebAddress(url)
  if (typeof address === 'string')
    throw refused(address, 'The provider names an address that cannot be used.')
  if (address.protocol !== 'https:' && !isLoopback(address.host))
    throw refused('scheme', `${address.host} is named with http://; a provider needs https://.`)
  return address
}

interface Answered {
  readonly status: number
  readonly type: string
  readonly content: Buffer
}

const bodiless = new Set([204, 205, 304])

function answerOf({ host }: WebAddress, { status, type, content }: Answered): Response {
  if (status < 200 || status > 599)
    throw failed('not http', `${host} answered with the status ${status}.`)
  const body = bodiless.has(status) ? null : new Uint8Array(content)
  return new Response(body, { status, headers: { 'content-type': type } })
}
