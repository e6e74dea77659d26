import { readFileSync } from 'node:fs'

const list = new URL('../../../seeds/common-passwords.txt', import.meta.url)
let kept: ReadonlySet<string> | undefined

/** The words of which well-known passwords are made, in lower case; read once. */
export const commonWords = (): ReadonlySet<string> =>
  (kept ??= new Set(readFileSync(list, 'utf8').split(/\s+/).filter(Boolean)))

const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb',
  '1q2w3e4r5t6y7u8i9o0p',
].flatMap((run) => [run, run.split('').toReversed().join('')])

const longestWord = 32
const fewParts = 3

/**
 * Says whether a password is made of at most three parts that whoever guesses tries first: words of a list, also
 * with digits for letters, runs of the keyboard, years, one character again and again.
 */
export function isGuessable(password: string, words: ReadonlySet<string>): boolean {
  const plain = password.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
  const spelt = { plain, meant: meantLetters(plain), words }
  // the fewest parts that make up what stands before each place
  const fewest = [0]
  for (let end = 1; end <= plain.length; end += 1) {
    let parts = Infinity
    for (let from = Math.max(0, end - longestPart); from < end; from += 1) {
      const before = fewest[from] ?? Infinity
      if (before < parts && isPart(spelt, from, end)) parts = before
    }
    fewest.push(parts + 1)
  }
  return isRepeated(plain) || (fewest[plain.length] ?? Infinity) <= fewParts
}

const longestPart = 128

interface Spelt {
  readonly plain: string
  readonly meant: string
  readonly words: ReadonlySet<string>
}

function isPart({ plain, meant, words }: Spelt, from: number, end: number): boolean {
  const part = plain.slice(from, end)
  if (part.length === 1 || /^(.)\1*$/u.test(part)) return true
  if (part.length <= longestWord && (words.has(part) || words.has(meant.slice(from, end))))
    return true
  return (
    /^((19|20)\d\d|\d{2,3})$/.test(part) ||
    (part.length > 2 && runs.some((run) => run.includes(part)))
  )
}

const isRepeated = (text: string): boolean => /^(.{1,8}?)\1+$/u.test(text)

const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const meantLetters = (text: string): string =>
  text.replaceAll(/[0134578@$!]/g, (character) => letters[character] ?? character)
