import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

// OWASP's password storage cheat sheet: argon2id, 19 MiB, two passes, one lane
const parameters = { memory: 19_456, passes: 2, parallelism: 1 } as const
const tagLength = 32
const prefix = `$argon2id$v=19$m=${parameters.memory},t=${parameters.passes},p=${parameters.parallelism}`

const derive = promisify(argon2)

const tagOf = (password: string, nonce: Buffer): Promise<Buffer> =>
  derive('argon2id', { message: normalised(password), nonce, tagLength, ...parameters })

/** One spelling of what looks the same on every keyboard (NIST SP 800-63B). */
const normalised = (password: string): string => password.normalize('NFKC')

const inBase64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** What is stored of a password: argon2id, with its parameters and salt before it. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await tagOf(password, nonce)
  return `${prefix}$${inBase64(nonce)}$${inBase64(tag)}`
}

/** Of nobody: looked at where there is no password, so that this takes no less time. */
const decoy = `${prefix}$${inBase64(Buffer.alloc(16, 1))}$${inBase64(Buffer.alloc(tagLength))}`

/** Says whether a password is the one of a stored hash; without one it says no, after the same time. */
export async function isPasswordOf(stored: string | null, password: string): Promise<boolean> {
  const [, , , , nonce = '', tag = ''] = (stored ?? decoy).split('$')
  const expected = Buffer.from(tag, 'base64')
  const found = await tagOf(password, Buffer.from(nonce, 'base64'))
  return stored !== null && expected.length === found.length && timingSafeEqual(expected, found)
}
