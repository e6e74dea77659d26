import type { IncomingMessage } from 'node:http'
import { contentOf, peek } from './fetched-content.ts'
import {
  failed,
  FetchStopped,
  refused,
  type FetchOutcome,
  type FetchTrouble,
  type FetchedContent,
} from './fetch-outcome.ts'
import { checkedAddresses, type GuardOptions } from './host-guard.ts'
import { detectMediaType, essenceOf, headLength } from './media-type.ts'
import { requestOnce } from './request-once.ts'
import {
  readWebAddress,
  resolveLocation,
  type AddressFlaw,
  type WebAddress,
} from './web-address.ts'

/** The limits of one attempt to fetch a document, and who may be asked. */
export interface FetchOptions extends GuardOptions {
  /** Milliseconds for everything from the first look-up of a name to the last byte. */
  readonly timeLimit: number
  /** Bytes of the document once it is unpacked. */
  readonly maxBytes: number
  /** The types allowed, told by the first bytes; without them all are. */
  readonly mediaTypes?: readonly string[]
  /** The name of the document, which decides between types that look alike. */
  readonly fileName?: string
  /** Ends the attempt early, as when the server stops. */
  readonly signal?: AbortSignal
}

const maxRedirects = 5

/**
 * Fetches a document with a plain GET of that exact address (contract 6.0.3(2)) from public hosts and allowed ones only;
 * never throws for what others do wrong. Should the content not arrive whole, its stream ends with FetchStopped.
 */
export async function fetchDocument(address: string, options: FetchOptions): Promise<FetchOutcome> {
  const limit = startTimeLimit(options)
  try {
    const response = await follow(address, options, limit.signal)
    return { kind: 'fetched', ...(await open(response, options, limit)) }
  } catch (error) {
    limit.end()
    return troubleOf(limit.signal.aborted ? limit.signal.reason : error)
  }
}

/**
 * Fetches a document and hands its content to `receive`, which reads it to the end; gives what `receive` gave, or why the
 * document did not come. Throws only what `receive` throws for reasons of its own.
 */
export async function receiveDocument<T>(
  address: string,
  options: FetchOptions,
  receive: (fetched: FetchedContent) => Promise<T>,
): Promise<{ readonly kind: 'received'; readonly received: T } | FetchTrouble> {
  const outcome = await fetchDocument(address, options)
  if (outcome.kind !== 'fetched') return outcome
  try {
    return { kind: 'received', received: await receive(outcome) }
  } catch (error) {
    return troubleOf(error)
  } finally {
    outcome.content.destroy()
  }
}

function troubleOf(error: unknown): FetchTrouble {
  if (error instanceof FetchStopped) return error.trouble
  throw error
}

interface TimeLimit {
  readonly signal: AbortSignal
  readonly end: () => void
}

function startTimeLimit(options: FetchOptions): TimeLimit {
  const controller = new AbortController()
  const seconds = Math.ceil(options.timeLimit / 1000)
  const tooSlow = failed(
    'too slow',
    `The document did not arrive within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  )
  const timer = setTimeout(() => controller.abort(tooSlow), options.timeLimit)
  const stop = () => controller.abort(failed('stopped', 'The attempt was stopped.'))
  if (options.signal?.aborted) stop()
  options.signal?.addEventListener('abort', stop)
  const end = () => {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', stop)
  }
  return { signal: controller.signal, end }
}

async function follow(
  first: string,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  let next = first
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const address = read(next)
    const addresses = await checkedAddresses(address, options, signal)
    const response = await requestOnce(address, addresses, { signal })
    const location = locationOf(response)
    if (location === undefined) return accept(response, address)
    response.destroy()
    next = resolveLocation(location, address)
  }
  throw failed('redirects', `The address leads on to others more than ${maxRedirects} times.`)
}

const flaws: Record<AddressFlaw, string> = {
  'not an address': 'The address is not one of a document on the web.',
  scheme: 'The address does not begin with http:// or https://.',
  credentials: 'The address carries a user name or password.',
  spelling: 'The name of the host in the address is spelt in a doubtful way.',
}

function read(text: string): WebAddress {
  const address = readWebAddress(text)
  if (typeof address === 'string') throw refused(address, flaws[address])
  return address
}

function locationOf(response: IncomingMessage): string | undefined {
  const isRedirect = [301, 302, 303, 307, 308].includes(response.statusCode ?? 0)
  return isRedirect ? response.headers.location : undefined
}

function accept(response: IncomingMessage, { host }: WebAddress): IncomingMessage {
  if (response.statusCode === 200) return response
  response.destroy()
  throw failed('status', `${host} answered ${response.statusCode} instead of sending the document.`)
}

async function open(
  response: IncomingMessage,
  options: FetchOptions,
  limit: TimeLimit,
): Promise<FetchedContent> {
  const arriving = contentOf(response, options.maxBytes, limit.signal)
  const { head, content } = await peek(arriving, headLength, () => {
    limit.end()
    response.destroy()
  })
  const mediaType = detectMediaType(head, options.fileName)
  if (options.mediaTypes && !options.mediaTypes.map(essenceOf).includes(mediaType)) {
    content.destroy()
    throw refused('media type', `A document of the type ${mediaType} is not accepted.`)
  }
  const { 'content-type': declaredType, 'content-length': length } = response.headers
  const isPlain = response.headers['content-encoding'] === undefined
  const declaredSize = isPlain && length !== undefined ? Number(length) : undefined
  return { content, mediaType, declaredType, declaredSize }
}
