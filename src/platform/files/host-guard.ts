import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { failed, refused } from './fetch-outcome.ts'
import { specialUseOf } from './network-address.ts'
import { hostAndPort, type WebAddress } from './web-address.ts'

/** Finds all network addresses of a host name; throws where there are none. */
export type NameLookup = (host: string) => Promise<readonly string[]>

/** Which hosts may be asked beyond public ones on usual ports, and how their names are looked up. */
export interface GuardOptions {
  /** Says whether an organisation lists that host (in its one canonical spelling) and port as allowed. */
  readonly isAllowed?: (host: string, port: number) => boolean | Promise<boolean>
  /** Says who can allow a host, and how; added to the sentence of a refusal that this would mend. */
  readonly howToAllow?: (source: string) => string
  /** Replaces the system's look-up of names. */
  readonly lookup?: NameLookup
}

// Other ports of public hosts speak mail, shells and databases, some of which can be made to read HTTP as theirs.
const usualPorts = new Set([80, 443, 8080, 8443])

/** Looks a host up once and gives the addresses to connect to; throws FetchStopped unless all are public or the host is allowed. */
export async function checkedAddresses(
  address: WebAddress,
  options: GuardOptions,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { host, port } = address
  const isAllowed = (await options.isAllowed?.(host, port)) ?? false
  const addresses = isIP(host) ? [host] : await look(host, options.lookup ?? systemNames, signal)
  if (!isAllowed) refuseSpecial(address, addresses, options)
  return addresses
}

function refuseSpecial(
  address: WebAddress,
  addresses: readonly string[],
  { howToAllow }: GuardOptions,
): void {
  const source = hostAndPort(address)
  const remedy = howToAllow ? ` ${howToAllow(source)}` : ''
  const special = addresses.map(specialUseOf).find((use) => use !== undefined)
  if (special !== undefined)
    throw refused(
      'not public',
      `${source} is not on the public internet (${special}) and not among the allowed sources.${remedy}`,
    )
  if (!usualPorts.has(address.port))
    throw refused(
      'port',
      `${source} is not among the allowed sources and its port is unusual.${remedy}`,
    )
}

async function look(
  host: string,
  lookup: NameLookup,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const notFound = (cause?: unknown) =>
    failed('name not found', `No host with the name ${host} was found.`, cause)
  const found = lookup(host).catch((error: unknown) => {
    throw notFound(error)
  })
  const addresses = await untilAborted(found, signal)
  if (addresses.length === 0) throw notFound()
  return addresses
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

async function systemNames(host: string): Promise<readonly string[]> {
  const found = await systemLookup(host, { all: true })
  return found.map(({ address }) => address)
}
