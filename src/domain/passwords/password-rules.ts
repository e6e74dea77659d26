import { commonWords, isGuessable } from './common-passwords.ts'

/** What whoever guesses knows of a person. */
export interface Known {
  readonly userName: string
  readonly fullName: string
  readonly email: string
  /** The organisation's name and title. */
  readonly organisation: readonly string[]
}

const shortest = 12
const longest = 128

/**
 * Says in words what is wrong with a new password; undefined where nothing is. There is no rule on what characters
 * it consists of, only on what is guessed first (NIST SP 800-63B, ASVS 5.0.0 6.2).
 */
export function passwordFault(password: string, known: Known): string | undefined {
  const { length } = Array.from(password)
  if (length === 0) return 'Enter a new password'
  if (length < shortest) return `New password must be ${shortest} characters or more`
  if (length > longest) return `New password must be ${longest} characters or fewer`
  if (isGuessable(password, commonWords()))
    return 'Choose a password that is harder to guess: this one is common, or made of common parts'
  if (isGuessable(password, new Set([...commonWords(), ...ownWords(known)])))
    return 'Choose a password that is harder to guess: not made of your name, your e-mail address or the name of your organisation'
  return undefined
}

const ownWords = ({ userName, fullName, email, organisation }: Known): readonly string[] => {
  const before = email.slice(0, email.lastIndexOf('@'))
  const all = [userName, fullName, email, before, ...organisation].map((each) => each.toLowerCase())
  const parts = all.flatMap((each) => each.split(/[^\p{L}\p{N}]+/u))
  const joined = all.map((each) => each.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  return [...all, ...parts, ...joined].filter((each) => each.length > 2)
}

/** Says whether a text can be a password at all; what is longer is looked at no further. */
export const isPossible = (password: string): boolean => password.length <= 4 * longest
