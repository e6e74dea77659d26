import { resolve } from 'node:path'
import { variables, type Config } from '#config'

type Place = Pick<Config, 'dataDirectory' | 'databaseUrl'>

/** What a trial says once it listens at an address: where its data lies, and commands that find it there. */
export const welcome = (address: string, config: Place): string => `
Casewright is ready at ${address}
Its data lies in ${config.dataDirectory}${config.databaseUrl ? ' and on the PostgreSQL server of DATABASE_URL' : ''}

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
To open a case in the browser: ${forData(config)}npm run --silent casewright -- user sign-in-link admin@demo.example --organisation demo
`

/** Another terminal knows nothing of a data directory that was chosen in this one. */
function forData({ dataDirectory }: Place): string {
  const directory = resolve(dataDirectory)
  if (directory === resolve(variables.dataDirectory.default)) return ''
  const isPlain = /^[\w./-]+$/.test(directory)
  return `DATA_DIR=${isPlain ? directory : `'${directory.replaceAll("'", String.raw`'\''`)}'`} `
}
