import { resolve } from 'node:path'
import { variables, type Config } from '#config'
import type { GivenPassword } from '#domain/sign-in/index.ts'

type Place = Pick<Config, 'dataDirectory' | 'databaseUrl'>

/** What a trial says once it listens at an address: where its data lies, and commands that find it there. */
export const welcome = (
  address: string,
  config: Place,
  given: readonly GivenPassword[],
): string => `
Casewright is ready at ${address}
Its data lies in ${config.dataDirectory}${config.databaseUrl ? ' and on the PostgreSQL server of DATABASE_URL' : ''}

${signingIn(address, config, given)}
Three commands to try next, in another terminal:

  1. Make an API key (put its two halves into KEY and SECRET):
     ${forData(config)}npm run --silent casewright -- api-key create --organisation demo --name "My first key"

  2. Create a case:
     TODAY=$(date -u +%F); md5() { printf %s "$1" | md5sum | cut -d' ' -f1; }
     curl -i "${address}/createcase?db=demo" -d Type=Complaint -d Customer.Surname=Green \\
       -d RequestDate=$TODAY -d Key=$KEY -d Signature=$(md5 "$TODAY$SECRET")

  3. Read it back (CASE is the number you got):
     curl -i "${address}/getcasedetails?db=demo&CaseId=$CASE&RequestDate=$TODAY&Key=$KEY&Signature=$(md5 "$CASE$TODAY$SECRET")"

How to call every service: ${address}/docs/api
`

function signingIn(address: string, config: Place, given: readonly GivenPassword[]): string {
  const link = `${forData(config)}npm run --silent casewright -- user sign-in-link admin@demo.example --organisation demo`
  if (given.length === 0)
    return `To sign in without a password, in another terminal:\n     ${link}\n`
  const width = Math.max(...given.map(({ email }) => email.length))
  const lines = given.map(
    ({ email, password, role }) => `     ${email.padEnd(width)}  ${password}  ${role}`,
  )
  return `Sign in at ${address}/sign-in with one of these passwords, which are shown this once:

${lines.join('\n')}

Should they be lost: ${link}
`
}

/** Another terminal knows nothing of a data directory that was chosen in this one. */
function forData({ dataDirectory }: Place): string {
  const directory = resolve(dataDirectory)
  if (directory === resolve(variables.dataDirectory.default)) return ''
  const isPlain = /^[\w./-]+$/.test(directory)
  return `DATA_DIR=${isPlain ? directory : `'${directory.replaceAll("'", String.raw`'\''`)}'`} `
}
