import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { failed } from './fetch-outcome.ts'
import { hostAndPort, type WebAddress } from './web-address.ts'

/** How something is asked for: by GET and without a body, unless it says otherwise. */
export interface Asking {
  readonly signal: AbortSignal
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks one of the addresses given once, whatever the name may mean by now, and gives the answer's head; throws FetchStopped. */
export async function requestOnce(
  address: WebAddress,
  addresses: readonly string[],
  { signal, method = 'GET', headers = {}, body }: Asking,
): Promise<IncomingMessage> {
  const isSecure = address.protocol === 'https:'
  const answered = Promise.withResolvers<IncomingMessage>()
  const request = (isSecure ? httpsRequest : httpRequest)({
    // An agent of its own: no connection made for another document, and no proxy from the environment, is used.
    agent: isSecure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    host: address.host,
    port: address.port,
    path: address.target,
    method,
    headers: {
      accept: '*/*',
      ...headers,
      host: hostAndPort(address),
      'accept-encoding': 'identity',
      'user-agent': 'Casewright',
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    },
    lookup: pinnedTo(addresses),
    signal,
  })
  request.on('response', (response) => {
    // RFC 9112, 6.3: only an orderly end of the connection ends a body of no announced length. Node tells of an
    // abort or a reset only here, and then has its parser take what had come for the whole; this is just before.
    request.on('error', (error) => response.destroy(error))
    answered.resolve(response)
  })
  request.on('error', answered.reject)
  request.end(body)
  try {
    return await answered.promise
  } catch (error) {
    signal.throwIfAborted()
    throw explain(error as NodeJS.ErrnoException, address.host)
  }
}

/** Answers every look-up of the connection with addresses that were checked before, so a second answer cannot slip in. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return (_host, options, callback) => {
    const [first] = all
    if (options.all) process.nextTick(callback, null, all)
    else process.nextTick(callback, null, first?.address ?? '', first?.family ?? 4)
  }
}

function explain(error: NodeJS.ErrnoException, host: string) {
  const code = error.code ?? ''
  if (code.startsWith('HPE_'))
    return failed('not http', `${host} answered something that is not HTTP.`, error)
  if (/CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO/.test(code))
    return failed('certificate', `No secure connection to ${host} could be made.`, error)
  return failed('not reached', `${host} could not be reached, or ended the connection.`, error)
}
