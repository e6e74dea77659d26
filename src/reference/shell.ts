import { signedNames } from '#api/signing-in/signature.ts'
import type { WireWord } from '#api/wire-word.ts'
import type { Described } from './service.ts'

/** The sample calls of a service as shell commands, signed and with a token. */
export interface ShellExamples {
  readonly signed: string
  readonly bearer: string
}

/** What the commands of a page share: names stand for what each reader has. */
export const preparation = (address: string): string =>
  [
    '# Your organisation, and the two halves of your key pair.',
    'ORGANISATION=demo',
    'KEY=your-api-key',
    'SECRET=your-secret-key',
    `SERVER=${quoted(address)}`,
  ].join('\n')

/** How a call is signed. */
export const signing = [
  '# MD5 of what the service signs (the number of the case, say), RequestDate and the secret;',
  '# where there is no openssl, md5sum does the same.',
  'DATE=$(date -u +%Y-%m-%d)',
  `sign() { printf '%s' "$1$DATE$SECRET" | openssl md5 -r | cut -c1-32; }`,
].join('\n')

/** How a token is fetched: a JWT signed with the secret is exchanged for it (RFC 7523). */
export const fetchingToken = [
  `base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }`,
  `HEAD=$(printf '{"alg":"HS256","typ":"JWT"}' | base64url)`,
  `CLAIMS=$(printf '{"iss":"%s","aud":"%s/token?db=%s","iat":%s}' \\`,
  '  "$KEY" "$SERVER" "$ORGANISATION" "$(date +%s)" | base64url)',
  `PROOF=$(printf '%s' "$HEAD.$CLAIMS" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64url)`,
  'TOKEN=$(curl -s "$SERVER/token?db=$ORGANISATION" \\',
  `  --data-urlencode 'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer' \\`,
  '  --data-urlencode "assertion=$HEAD.$CLAIMS.$PROOF" |',
  `  sed -n 's/.*"access_token" : "\\([^"]*\\)".*/\\1/p')`,
].join('\n')

/** The commands for one sample call of a service at an address. */
export function shellExamples(
  { word, method }: Pick<Described, 'word' | 'method'>,
  sent: Readonly<Record<string, string>>,
  address: string,
): ShellExamples {
  const url = `"${withinQuotes(address)}/${word}?db=$ORGANISATION"`
  const start = method === 'GET' ? `curl -i --get ${url}` : `curl -i ${url}`
  const call = (...parts: readonly string[]): string => [start, ...parts].join(' \\\n  ')
  const { RequestDate: _, ...undated } = sent
  return {
    signed: call(...fields(undated), ...signature(word, sent)),
    bearer: call('-H "Authorization: Bearer $TOKEN"', ...fields(sent)),
  }
}

function signature(word: WireWord, sent: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(sent)
  const signed = signedNames(word)
    .map((wanted) => names.find((name) => name.toLowerCase() === wanted.toLowerCase()))
    .find((name) => name !== undefined)
  const text = signed === undefined ? '' : (sent[signed] ?? '')
  return [
    '--data-urlencode "RequestDate=$DATE"',
    '--data-urlencode "Key=$KEY"',
    `--data-urlencode "Signature=$(sign ${quoted(text)})"`,
  ]
}

const fields = (sent: Readonly<Record<string, string>>): string[] =>
  Object.entries(sent).map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`)

/** A text as one word of the shell, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A text to stand between double quotes of the shell. */
const withinQuotes = (text: string): string => text.replaceAll(/[\\"$`]/g, '\\$&')
