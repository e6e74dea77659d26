import {
  addApiKey,
  keptOfKey,
  listApiKeyRows,
  refuseOtherMasterKey,
  revokeKey,
} from '#domain/api-keys/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { network, words } from '#commands/kinds.ts'
import { repeated, required } from '#commands/part.ts'
import { moment, textTable } from '#commands/text-table.ts'

const create: Command = command({
  name: 'api-key create',
  summary: 'Make a key pair for a program that calls the interface.',
  notes: ['The secret is shown this once and cannot be shown again.'],
  operands: {},
  options: {
    organisation,
    name: required(words, { placeholder: 'NAME', meaning: 'Whose key it is, as histories say.' }),
    allow: repeated(network, {
      least: 0,
      placeholder: 'CIDR',
      meaning: 'Addresses or networks from which it works; from anywhere without.',
    }),
  },
  example: 'api-key create --organisation demo --name "Website" --allow 203.0.113.0/24',
  async run({ organisation: of, name, allow }, desk) {
    const place = await enter(desk, of)
    const { database, sealingKey } = place.installation
    await refuseOtherMasterKey(database, sealingKey)
    const pair = await change(place, create.name, async (db, now) => {
      const { key, secret } = await addApiKey(db, sealingKey, {
        name,
        permittedAddresses: allow,
        now,
      })
      const after = keptOfKey({ name, permittedAddresses: allow, ways: 'both' })
      return {
        result: { key, secret },
        particulars: { key, allow },
        changes: [{ kind: 'api key' as const, subject: key, before: null, after }],
      }
    })
    const text = [
      `Key:    ${pair.key}`,
      `Secret: ${pair.secret}`,
      `The pair is for the organisation ${place.organisation.name}. Keep the secret now: it cannot be shown again.`,
    ].join('\n')
    return { json: pair, text }
  },
})

const list: Command = command({
  name: 'api-key list',
  summary: 'List the key pairs, without their secrets.',
  operands: {},
  options: { organisation },
  example: 'api-key list --organisation demo',
  async run({ organisation: of }, desk) {
    const { installation, organisation: its, organisationId } = await enter(desk, of)
    const apiKeys = await installation.database.read(organisationId, (db) => listApiKeyRows(db, {}))
    const rows = apiKeys.map((each) => [
      each.key,
      each.name,
      each.permittedAddresses.join(' ') || 'anywhere',
      each.ways,
      moment(each.createdAt),
      each.lastAt ? moment(each.lastAt) : 'never',
      each.revokedAt ? `revoked ${moment(each.revokedAt)}` : 'works',
    ])
    const headings = ['KEY', 'NAME', 'WORKS FROM', 'SIGNS IN BY', 'MADE', 'LAST USED', 'STATE']
    const empty = `There is no key yet; make one: ${desk.casewright} api-key create --organisation ${its.name} --name "Website"`
    return { json: { apiKeys: apiKeys.map(listed) }, text: textTable(headings, rows, empty) }
  },
})

const listed = ({ lastAt: lastUsedAt, ...each }: KeyRow) => ({
  key: each.key,
  name: each.name,
  permittedAddresses: each.permittedAddresses,
  ways: each.ways,
  createdAt: each.createdAt,
  revokedAt: each.revokedAt,
  lastUsedAt,
})
type KeyRow = Awaited<ReturnType<typeof listApiKeyRows>>[number]

const revoke: Command = command({
  name: 'api-key revoke',
  summary: 'Let a key pair work no longer, from now on and for good.',
  operands: { key: required(words, { placeholder: 'KEY', meaning: 'The key of the pair.' }) },
  options: { organisation },
  example: 'api-key revoke 0f3a1c5d7e9b2468ace013579 --organisation demo',
  async run({ key, organisation: of }, desk) {
    const place = await enter(desk, of)
    await change(place, revoke.name, async (db, now) => {
      const revoked = await revokeKey(db, { key, now })
      if (revoked.length === 0) throw unknownKey(place.organisation.name)
      const changes = [
        {
          kind: 'api key' as const,
          subject: key,
          before: { works: true },
          after: { works: false },
        },
      ]
      return { result: undefined, particulars: { key }, changes }
    })
    return { json: { key, isRevoked: true }, text: `The key ${key} works no longer.` }
  },
})

/** The key typed is not repeated: it may have been a secret. */
const unknownKey = (organisation: string): CommandFault =>
  new CommandFault(
    (casewright) =>
      `No working key of ${organisation} is that one; ${casewright} api-key list shows the keys.`,
  )

export const apiKeyCommands = [create, list, revoke]
