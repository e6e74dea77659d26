import fastify from 'fastify'
import { openDoor } from '#door'
import type { Installation } from '#installation'
import { deriveKey } from '#platform/sealed-box.ts'
import { webPlugin } from '#web/plugin.ts'
import { recordPackets } from './floor.ts'
import type { PageRequest } from './main-pages.ts'

/** The pages in this process, where it can be seen what they send to PostgreSQL. */
export interface OwnPages {
  /** How many statements a request sends, apart from those that begin and end a transaction. */
  count(request: PageRequest, cookie: string): Promise<number>
  close(): Promise<void>
}

/** Serves the pages of an installation to ourselves. */
export async function openOwnPages(installation: Installation): Promise<OwnPages> {
  const app = fastify()
  await app.register(webPlugin, {
    door: openDoor(installation),
    csrfSecret: deriveKey(installation.masterKey, 'tokens of forms').export(),
    factorKey: deriveKey(installation.masterKey, 'second factors'),
    namedByHost: () => [],
    reachOf: () => ({ address: '127.0.0.1', isSecure: false, isLocal: true }),
    siteOf: () => undefined,
    tellFault: (error) => {
      throw error
    },
  })
  const open = async ({ path, form }: PageRequest, cookie: string) => {
    const isForm = form !== undefined
    const { statusCode } = await app.inject({
      method: isForm ? 'POST' : 'GET',
      url: path,
      headers: {
        cookie,
        ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(isForm ? { payload: new URLSearchParams({ ...form }).toString() } : {}),
    })
    if (statusCode >= 500) throw new Error(`${path}: ${statusCode}`)
  }
  return Object.freeze<OwnPages>({
    async count(request, cookie) {
      // the first also reads the configuration
      await open(request, cookie)
      const sent = await recordPackets(() => open(request, cookie))
      return sent.flat().filter((each) => !isOpening(each)).length
    },
    close: () => app.close(),
  })
}

const isOpening = ({ name }: { readonly name: string }): boolean =>
  /^(begin|commit|rollback)|opening$/.test(name)
