import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What a page asks of a browser, as far as it matters here. */
interface Options {
  readonly challenge: string
  readonly rp?: { readonly id: string }
  readonly rpId?: string
}

/** What goes otherwise than it should. */
export interface Otherwise {
  readonly origin?: string
  /** The device has not made sure who uses it. */
  readonly isUnverified?: boolean
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const base64url = (data: string | Uint8Array): string => Buffer.from(data).toString('base64url')
const origin = 'http://localhost:8080'

/** A passkey without browser or device, after WebAuthn 3: what it gives is what a browser sends. */
export function softwarePasskey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let uses = 0

  const client = (type: string, { challenge }: Options, otherwise: Otherwise) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: otherwise.origin ?? origin }))

  const authenticated = (site: string, isMade: boolean, { isUnverified }: Otherwise) => {
    const counter = Buffer.alloc(4)
    uses += 1
    counter.writeUInt32BE(uses)
    const flags = Buffer.from([0x01 | (isUnverified ? 0 : 0x04) | (isMade ? 0x40 : 0)])
    return Buffer.concat([sha256(site), flags, counter, ...(isMade ? [credential()] : [])])
  }

  // a key of the curve P-256 in COSE (RFC 9053 7.1.1)
  const credential = () =>
    Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])

  const answer = (response: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({
      id: base64url(id),
      rawId: base64url(id),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    })

  return Object.freeze({
    /** What the browser sends that made the passkey; with an attestation of another format in the place of none. */
    create(options: Options, otherwise: Otherwise = {}, format = 'none'): string {
      const data = authenticated(options.rp?.id ?? '', true, otherwise)
      const length = Buffer.from([0x58, data.length])
      const head = Buffer.concat([
        Buffer.from('a363666d74', 'hex'),
        Buffer.from([0x60 | format.length]),
        Buffer.from(format),
        Buffer.from('6761747453746d74', 'hex'),
        // a certificate, where one is given
        Buffer.from(format === 'none' ? 'a0' : 'a16378356381' + '4100', 'hex'),
        Buffer.from('686175746844617461', 'hex'),
      ])
      return answer({
        clientDataJSON: base64url(client('webauthn.create', options, otherwise)),
        attestationObject: base64url(Buffer.concat([head, length, data])),
        transports: ['internal'],
      })
    },
    /** What the browser sends that used it. */
    get(options: Options, otherwise: Otherwise = {}): string {
      const clientData = client('webauthn.get', options, otherwise)
      const data = authenticated(options.rpId ?? '', false, otherwise)
      const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), privateKey)
      return answer({
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      })
    },
  })
}
