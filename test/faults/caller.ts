import { createHash } from 'node:crypto'
import { Agent, request, type IncomingHttpHeaders } from 'node:http'

/** A key pair, and the organisation it belongs to. */
export interface Credentials {
  readonly organisation: string
  readonly key: string
  readonly secret: string
}

/** What came back, whole. */
export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

type Fields = Readonly<Record<string, string>>

/** A program that calls over one connection, which it keeps. */
export interface Caller {
  /** Calls a service, signed; rejects when no whole answer comes. */
  call(service: string, fields: Fields, idempotencyKey?: string): Promise<Reply>
  get(path: string): Promise<Reply>
  close(): void
}

/** Makes a caller of the server at an address. */
export function openCaller(address: string, credentials: Credentials): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    call: (service, fields, idempotencyKey) =>
      send(agent, `${address}/${service}`, {
        body: signed(credentials, service, fields),
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      }),
    get: (path) => send(agent, `${address}${path}`),
    close: () => agent.destroy(),
  }
}

function signed({ organisation, key, secret }: Credentials, service: string, fields: Fields) {
  const reference = service === 'createcase' ? '' : (fields['CaseId'] ?? '')
  const RequestDate = fields['RequestDate'] ?? new Date().toISOString()
  const Signature = createHash('md5').update(`${reference}${RequestDate}${secret}`).digest('hex')
  const all = { db: organisation, ...fields, RequestDate, Key: key, Signature }
  return new URLSearchParams(all).toString()
}

function send(
  agent: Agent,
  url: string,
  posted?: { readonly body: string; readonly idempotencyKey?: string },
): Promise<Reply> {
  const headers: Record<string, string> = posted
    ? { 'content-type': 'application/x-www-form-urlencoded' }
    : {}
  if (posted?.idempotencyKey) headers['idempotency-key'] = posted.idempotencyKey
  return new Promise((resolve, reject) => {
    const method = posted ? 'POST' : 'GET'
    const sent = request(url, { agent, method, headers, timeout: 45_000 }, (reply) => {
      let body = ''
      reply.setEncoding('utf8')
      reply.on('data', (text: string) => (body += text))
      reply.on('error', reject)
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body }),
      )
    })
    sent.on('timeout', () => sent.destroy(new Error('No answer in 45 seconds')))
    sent.on('error', reject)
    sent.end(posted?.body)
  })
}

/** The number of the case that a reply tells of, if it tells of one. */
export function caseNumberIn({ status, body }: Reply): number | undefined {
  const number = status === 200 ? /<caseid>(\d+)<\/caseid>/.exec(body)?.[1] : undefined
  return number === undefined ? undefined : Number(number)
}
