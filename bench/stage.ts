import { join } from 'node:path'
import { readConfig } from '#config'
import { apiKeyPermissions } from '#domain/access/index.ts'
import { organisationsByName } from '#domain/organisations/index.ts'
import { makeApiKey } from '#domain/api-keys/index.ts'
import { openInstallation, type Installation } from '#installation'
import type { Actor } from '#kernel/actor.ts'
import { silentLog } from '#platform/log.ts'
import { seedVolume } from '#seeding/index.ts'
import { startServer, type BenchServer } from './server.ts'

/** A server with an organisation of so many cases in it, and the ways to it. */
export interface Stage {
  readonly server: BenchServer
  readonly installation: Installation
  readonly organisationId: number
  readonly cases: number
  readonly pair: { readonly key: string; readonly secret: string }
  readonly actor: Actor
  close(): Promise<void>
}

/** The account that is called. */
export const account = 'volume'

/** Starts a server in the folder and fills an organisation with so many cases. */
export async function openStage(
  folder: string,
  { cases, flags = [] }: { readonly cases: number; readonly flags?: readonly string[] },
): Promise<Stage> {
  const server = await startServer(join(folder, `cases-${cases}`), flags)
  const config = readConfig({ DATA_DIR: server.dataDirectory })
  const installation = await openInstallation({ config, log: silentLog, isServer: false })
  const { owner } = installation.addresses
  if (!owner) throw new Error('The database of the server cannot be filled')
  const now = new Date()
  await seedVolume({ owner, organisation: account, cases, now })
  const organisations = await organisationsByName(installation.database)
  const organisationId = organisations.get(account)?.organisationId ?? 0
  const name = 'Measurement'
  const pair = await makeApiKey(installation.database, installation.sealingKey, {
    organisationId,
    name,
    permittedAddresses: [],
    now,
  })
  return Object.freeze<Stage>({
    server,
    installation,
    organisationId,
    cases,
    pair,
    actor: { organisationId, kind: 'api-key', id: 1, name, permissions: apiKeyPermissions },
    async close() {
      await installation.close()
      await server.stop()
    },
  })
}
