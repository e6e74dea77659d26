import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import type { TestContext } from 'node:test'

/** Lets a server listen on a free port of the loopback until the test ends, and gives the port. */
export async function listenOnLoopback(t: TestContext, server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return (server.address() as AddressInfo).port
}

/** Starts a web server on the loopback that remembers what it was asked, until the test ends. */
export async function loopbackSite(t: TestContext, answer: RequestListener) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  const port = await listenOnLoopback(t, server)
  t.after(() => server.closeAllConnections())
  return { origin: `http://127.0.0.1:${port}`, port, asked }
}
