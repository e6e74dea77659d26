import { createHash, createHmac } from 'node:crypto'
import { requestBytes, type Connection } from './connection.ts'
import { account, type Stage } from './stage.ts'

/** How a call says whose it is. */
export type Credentials =
  | { readonly kind: 'signature'; readonly key: string; readonly secret: string }
  | { readonly kind: 'bearer'; readonly token: string }

/** A service as it is measured: which word, with which fields, over which cases. */
export interface MeasuredCall {
  readonly word: string
  readonly method: 'GET' | 'POST'
  readonly fields: Readonly<Record<string, string>>
  /** True where each call is about one of the cases there are. */
  readonly isOfCase: boolean
}

const text = `The bins in our street were not emptied again this week, although they were out before
seven on the day that your letter gives. It is the third time since the new rounds began.`

export const createCase: MeasuredCall = {
  word: 'createcase',
  method: 'POST',
  fields: {
    Type: 'Complaint',
    RequestMethod: 'Web',
    Details: text,
    'Customer.Title': 'Ms',
    'Customer.FirstName': 'Ann',
    'Customer.Surname': 'Bell',
    'Customer.Email': 'ann.bell@example.org',
    'Customer.Phone': '01632 960123',
    'Customer.Address': '4 Mill Lane, Northford',
    'Customer.Postcode': 'NF1 2AB',
  },
  isOfCase: false,
}

export const addCaseNotes: MeasuredCall = {
  word: 'addcasenotes',
  method: 'POST',
  fields: { Type: 'General', Notes: text },
  isOfCase: true,
}

export const getCaseDetails: MeasuredCall = {
  word: 'getcasedetails',
  method: 'GET',
  fields: {},
  isOfCase: true,
}

/** Makes the bytes of a call; `about` is what it signs, such as its `CaseId`, or empty. */
export function callBytes(
  { word, method, fields }: MeasuredCall,
  credentials: Credentials,
  about: Readonly<Record<string, string>> = {},
): Buffer {
  const reference = Object.values(about).join('')
  const signed = { ...fields, ...about, ...signatureOf(credentials, reference) }
  const query = new URLSearchParams(signed).toString()
  const authorization =
    credentials.kind === 'bearer' ? { authorization: `Bearer ${credentials.token}` } : {}
  const path = `/${word}?db=${account}`
  if (method === 'GET') return requestBytes('GET', `${path}&${query}`, { headers: authorization })
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return requestBytes('POST', path, { headers: { ...type, ...authorization }, body: query })
}

function signatureOf(credentials: Credentials, reference: string): Record<string, string> {
  if (credentials.kind === 'bearer') return {}
  const day = new Date().toISOString().slice(0, 10)
  const signed = createHash('md5').update(reference + day + credentials.secret)
  return { RequestDate: day, Key: credentials.key, Signature: signed.digest('hex') }
}

/** Gets an access token for the key pair (contract 3.3). */
export async function askToken(connection: Connection, { pair, server }: Stage): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const aud = `http://localhost:${server.port}/token?db=${account}`
  const signed = `${part({ alg: 'HS256' })}.${part({ iss: pair.key, aud, iat: Math.floor(Date.now() / 1000) })}`
  const signature = createHmac('sha256', pair.secret).update(signed).digest('base64url')
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: `${signed}.${signature}`,
  }).toString()
  const reply = await connection.send(
    requestBytes('POST', `/token?db=${account}`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    }),
  )
  const token = /"access_token" *: *"([^"]+)"/.exec(reply.body)?.[1]
  if (!token) throw new Error(`No token was given: ${reply.status} ${reply.body}`)
  return token
}
