import {
  allowDocumentSources,
  listDocumentSources,
  readDocumentSource,
  removeDocumentSources,
  type DocumentSource,
} from '#domain/documents/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { repeated } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'
import { kind, type Kind } from '#kernel/kind.ts'

/** A source of documents. A host alone means both ports of the web. */
export const documentSource: Kind<readonly DocumentSource[]> = kind({
  name: 'host',
  schema: { type: 'string' },
  read(text) {
    const value = readDocumentSource(text)
    return value
      ? { value }
      : { fault: 'must be a host, with a port where needed, such as files.example.org:8443' }
  },
  good: ['files.example.org', 'files.example.org:8443', '10.0.0.5', '[fd00::5]:8080'],
  bad: ['', 'https://files.example.org', 'files.example.org:0', 'two words'],
})

const hosts = repeated(documentSource, {
  least: 1,
  placeholder: 'HOST[:PORT]',
  meaning: 'A host; without a port, its ports 80 and 443. IPv6 addresses stand in brackets.',
})

const written = ({ host, port }: DocumentSource): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`

const list: Command = command({
  name: 'document-source list',
  summary:
    'List the hosts that are asked for documents, or as providers of single sign-on, although their addresses are not public.',
  operands: {},
  options: { organisation },
  example: 'document-source list --organisation demo',
  async run({ organisation: of }, desk) {
    const { installation, organisationId } = await enter(desk, of)
    const documentSources = await installation.database.read(organisationId, (db) =>
      listDocumentSources(db, {}),
    )
    const rows = documentSources.map(({ host, port }) => [host, String(port)])
    const empty = 'No host is allowed: documents are fetched from public addresses only.'
    return { json: { documentSources }, text: textTable(['HOST', 'PORT'], rows, empty) }
  },
})

const allow: Command = command({
  name: 'document-source allow',
  summary:
    'Allow hosts whose addresses are not public to be asked for documents, or as providers of single sign-on.',
  notes: [
    'Whoever can call the interface can then make the server read from these hosts: name only those that hold documents, and the provider with which people sign in.',
  ],
  operands: { hosts },
  options: { organisation },
  example: 'document-source allow files.internal:8443 --organisation demo',
  async run({ hosts: wanted, organisation: of }, desk) {
    const place = await enter(desk, of)
    const allowed = wanted.flat()
    await change(place, allow.name, async (db) => {
      await allowDocumentSources(db, allowed)
      const changes = allowed.map((each) => allowedNow(written(each), true))
      return { result: undefined, particulars: { allowed: allowed.map(written) }, changes }
    })
    return { json: { allowed }, text: `Allowed: ${allowed.map(written).join(', ')}.` }
  },
})

const remove: Command = command({
  name: 'document-source remove',
  summary: 'Allow hosts no longer.',
  operands: { hosts },
  options: { organisation },
  example: 'document-source remove files.internal:8443 --organisation demo',
  async run({ hosts: wanted, organisation: of }, desk) {
    const place = await enter(desk, of)
    const removed = await change(place, remove.name, async (db) => {
      const result = await removeDocumentSources(db, wanted.flat())
      if (result.length === 0)
        throw new CommandFault(
          (casewright) =>
            `None of these is allowed for ${place.organisation.name}; ${casewright} document-source list shows those that are.`,
        )
      const changes = result.map((each) => allowedNow(written(each), false))
      return { result, particulars: { removed: result.map(written) }, changes }
    })
    return { json: { removed }, text: `Allowed no longer: ${removed.map(written).join(', ')}.` }
  },
})

const allowedNow = (subject: string, isAllowed: boolean) => ({
  kind: 'document source' as const,
  subject,
  before: { allowed: !isAllowed },
  after: { allowed: isAllowed },
})

export const documentSourceCommands = [allow, list, remove]
