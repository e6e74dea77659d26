import { Agent, type IncomingMessage, type RequestListener } from 'node:http'
import net from 'node:net'
import type { TestContext } from 'node:test'
import { allowDocumentSources, readDocumentSource } from '#domain/documents/index.ts'
import type { Fixture } from '#test/fixture.ts'
import { loopbackSite } from '#test/loopback-site.ts'

/** The host on which the contract's examples say their documents lie. */
export const filesHost = 'files.example'

/** Finds that host on the loopback, and no other host anywhere. */
export async function lookUpFiles(host: string): Promise<readonly string[]> {
  return host === filesHost ? ['127.0.0.1'] : []
}

/**
 * Serves the documents of files.example until the test ends, as a source that the first organisation allows.
 * Not everybody may listen on port 80, so connections made to it end at the port that was free.
 */
export async function fileSite(
  t: TestContext,
  { test, organisationId }: Fixture,
  answer: RequestListener,
): Promise<readonly IncomingMessage[]> {
  const { port, asked } = await loopbackSite(t, answer)
  const connect = (options: net.NetConnectOpts, done?: () => void) =>
    net.createConnection(portOf(options) === 80 ? { ...options, port } : options, done)
  t.mock.method(Agent.prototype, 'createConnection', connect)
  const source = readDocumentSource(filesHost)
  if (!source) throw new Error('files.example is a host')
  await test.database.write(organisationId, (db) => allowDocumentSources(db, source))
  return asked
}

const portOf = (options: net.NetConnectOpts): number | undefined =>
  'port' in options ? Number(options.port) : undefined
