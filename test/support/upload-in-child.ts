import { createSecretKey } from 'node:crypto'
import { openDoor } from '#door'
import { apiKeyPermissions } from '#domain/access/index.ts'
import { uploadDocuments } from '#domain/documents/index.ts'
import { rawParameters } from '#kernel/parameters.ts'
import { perform } from '#kernel/perform.ts'
import { systemClock } from '#platform/clock.ts'
import { openReportDatabase } from '#platform/copy-out.ts'
import { openDatabase, type Address } from '#platform/database.ts'
import { documentStore } from '#platform/files/document-store.ts'

/** What a process needs to upload a document that the test then kills it over. */
export interface ChildUpload {
  readonly address: Address
  readonly directory: string
  readonly organisationId: number
  readonly sent: Readonly<Record<string, string>>
}

const upload = JSON.parse(process.argv[2] ?? '') as ChildUpload
const store = await documentStore(upload.directory)
const door = openDoor({
  database: openDatabase(upload.address, systemClock),
  outside: {
    equalityKey: createSecretKey(Buffer.alloc(32, 7)),
    apiKeySealing: createSecretKey(Buffer.alloc(32, 7)),
    reports: openReportDatabase(upload.address),
    documents: { store, maxBytes: 1024 * 1024, callSeconds: 30 },
    providers: { sealingKey: createSecretKey(Buffer.alloc(32, 7)), siteAddress: '', seconds: 1 },
  },
  clock: systemClock,
})
await perform(door, uploadDocuments, {
  actor: {
    organisationId: upload.organisationId,
    kind: 'api-key',
    id: 1,
    name: 'Website',
    permissions: apiKeyPermissions,
  },
  raw: rawParameters(Object.entries(upload.sent).map(([name, value]) => ({ name, value }))),
})
