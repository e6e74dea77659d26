import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import {
  createServer as createNetServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net'
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

/** Starts a site whose every answer has a body that only the end of its connection ends, begun with that text. */
export async function unmeasuredSite(
  t: TestContext,
  begin: string,
  goOn: (socket: Socket) => void,
): Promise<{ readonly origin: string; readonly port: number }> {
  const server = createNetServer((socket) => {
    socket.on('error', () => {})
    t.after(() => socket.destroy())
    socket.once('data', () => {
      socket.write(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${begin}`)
      goOn(socket)
    })
  })
  const port = await listenOnLoopback(t, server)
  return { origin: `http://127.0.0.1:${port}`, port }
}

/** Sends a few bytes ever again. */
export function drip(socket: Socket): void {
  const timer = setInterval(() => socket.write('.'), 20)
  socket.once('close', () => clearInterval(timer))
}

/** Breaks the connection off with a reset, once what was sent has had time to arrive. */
export function resetSoon(socket: Socket): void {
  setTimeout(() => socket.resetAndDestroy(), 100)
}
