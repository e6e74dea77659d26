import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { organisationsByName } from '#domain/organisations/index.ts'
import type { Installation } from '#installation'
import { command, type Command, type Desk } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, note } from '#commands/in-organisation.ts'
import { path } from '#commands/kinds.ts'
import { ownerOf } from '#commands/organisation/organisation.ts'
import { optional, required } from '#commands/part.ts'
import {
  exportKey,
  importKey,
  makeBackup,
  replaceKey,
  restoreBackup,
  type BackupManifest,
} from '#platform/backup/index.ts'
import { documentStore, type DocumentStore } from '#platform/files/document-store.ts'

const keyWarning =
  'The master key is not in the backup, and without it the secrets in it (API keys, equality answers) cannot be opened by anybody.'

const backup: Command = command({
  name: 'backup',
  summary: 'Write everything into one file, as of one moment, while the server goes on.',
  notes: [
    'The file is a compressed tar archive of every table and every document, of all organisations. It holds personal data, so only you may read it.',
    `${keyWarning} It lies in \`DATA_DIR/master.key\` (or CASEWRIGHT_MASTER_KEY is it). Keep a copy, but not beside the backup.`,
  ],
  operands: {
    file: required(path, { placeholder: 'FILE', meaning: 'The file to write; it must be new.' }),
  },
  options: {
    'key-file': optional(path, {
      placeholder: 'FILE',
      meaning: 'Write the master key into this new file too, to be kept apart from the backup.',
    }),
  },
  example: 'backup /mnt/backups/casewright-2026-05-21.tar.gz',
  async run({ file, 'key-file': keyFile }, desk) {
    const installation = await desk.open()
    const { clock, masterKey } = installation
    const plan = { file, masterKey, now: clock.now(), owner: ownerOf(installation.addresses) }
    const documents = await storeOf(desk)
    if (keyFile !== undefined) await exportKey(masterKey, keyFile)
    const manifest = await makeBackup({ ...plan, documents }).catch(async (error: unknown) => {
      if (keyFile !== undefined) await rm(keyFile, { force: true })
      throw error
    })
    await tellAudits(installation)
    const warning = `${keyWarning} ${whereKeyLies(desk, keyFile)}`
    const sum = sumOf(manifest)
    return {
      json: { file, ...sum, warnings: [warning, ...lossesOf(manifest)] },
      text: [`${told(sum)}; all of it is in ${file}.`, ...lossesOf(manifest), warning].join('\n'),
    }
  },
})

const storeOf = ({ config }: Desk): Promise<DocumentStore> =>
  documentStore(join(config.dataDirectory, 'documents'))

const whereKeyLies = ({ config }: Desk, keyFile: string | undefined): string => {
  if (keyFile !== undefined) return `It is in ${keyFile} now: keep that file apart from the backup.`
  return config.masterKey
    ? 'It is the value of CASEWRIGHT_MASTER_KEY: keep a copy apart from the backup.'
    : `It lies in ${join(config.dataDirectory, 'master.key')}: keep a copy of that file apart from the backup.`
}

/** Whoever takes everything out stands in every organisation's audit. */
async function tellAudits(installation: Installation): Promise<void> {
  for (const organisation of (await organisationsByName(installation.database)).values()) {
    const { organisationId } = organisation
    await change({ installation, organisation, organisationId }, backup.name, async () => ({
      result: undefined,
      particulars: {},
    }))
  }
}

const sumOf = ({ tables, documents }: BackupManifest) => ({
  organisations: tables.find(({ table }) => table === 'public.organisations')?.rows ?? 0,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  documents: documents.count,
  documentBytes: documents.bytes,
})

const told = ({ organisations, rows, documents }: ReturnType<typeof sumOf>): string =>
  `Organisations: ${organisations}, rows: ${rows}, documents: ${documents}`

const lossesOf = ({ losses }: BackupManifest): string[] =>
  losses.map(
    ({ organisationId, hash, what }) =>
      `The content of a document of organisation ${organisationId} was ${what} in the store: ${hash}.`,
  )

const restore: Command = command({
  name: 'restore',
  summary: 'Restore a backup into an empty installation: everything or nothing.',
  notes: [
    'The file is checked to its end before anything is written. An installation is empty as long as it has no organisation: set `DATA_DIR` to a new directory (or `DATABASE_URL` and `DATABASE_OWNER_URL` to a new database) and restore before the first start.',
    'The master key of the installation from which the backup came is needed: by `--key-file`, as `DATA_DIR/master.key` put there before, or as CASEWRIGHT_MASTER_KEY.',
  ],
  operands: {
    file: required(path, { placeholder: 'FILE', meaning: 'The file that backup has written.' }),
  },
  options: {
    'key-file': optional(path, {
      placeholder: 'FILE',
      meaning: 'The master key; it becomes the one of this installation.',
    }),
  },
  example: 'restore /mnt/backups/casewright-2026-05-21.tar.gz --key-file /media/key/master.key',
  makesInstallation: true,
  async run({ file, 'key-file': keyFile }, desk) {
    if (keyFile !== undefined && desk.config.masterKey)
      throw new CommandFault('CASEWRIGHT_MASTER_KEY is set, so leave --key-file out, or unset it.')
    const newKey = keyFile === undefined ? undefined : await importKey(keyFile)
    const installation = await desk.open()
    const { madeAt, manifest, applied } = await restoreBackup({
      file,
      owner: ownerOf(installation.addresses),
      documents: await storeOf(desk),
      masterKey: newKey ?? installation.masterKey,
      recordIn: (db) => note(db, installation, { name: restore.name, particulars: {} }),
      async beforeCommit() {
        if (newKey) await replaceKey(newKey, join(desk.config.dataDirectory, 'master.key'))
      },
    })
    const sum = sumOf(manifest)
    const migrated = applied.length > 0 ? [`Brought up to date: ${applied.join(', ')}.`] : []
    return {
      json: { file, madeAt, ...sum, applied, warnings: lossesOf(manifest) },
      text: [`${told(sum)}; restored as of ${madeAt}.`, ...migrated, ...lossesOf(manifest)].join(
        '\n',
      ),
    }
  },
})

export const backupCommands = [backup, restore]
