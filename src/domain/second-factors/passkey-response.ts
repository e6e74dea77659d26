import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** What a browser has answered: the challenge that it says to answer, and the whole, unchecked. */
export interface PasskeyResponse {
  readonly challenge: string
  readonly id: Buffer
  /** The library checks what is in it. */
  readonly whole: AuthenticationResponseJSON & RegistrationResponseJSON
}

const longest = 20_000

/** Reads what a browser has answered; undefined where it is no such text. */
export function readPasskeyResponse(text: string): PasskeyResponse | undefined {
  if (text.length > longest) return undefined
  try {
    const whole = JSON.parse(text) as PasskeyResponse['whole']
    const client = JSON.parse(decoded(whole.response.clientDataJSON).toString('utf8')) as {
      readonly challenge: unknown
    }
    if (typeof client.challenge !== 'string') return undefined
    return { challenge: client.challenge, id: decoded(whole.id), whole }
  } catch {
    return undefined
  }
}

const decoded = (text: string): Buffer => Buffer.from(text, 'base64url')

/** What a check gives; undefined where it throws, as the library does where anything is not right. */
export async function unlessWrong<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check()
  } catch {
    return undefined
  }
}
