import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A letter as a server got it. */
export interface ReceivedMail {
  readonly to: readonly string[]
  readonly source: string
  readonly messageId: string
}

/** A mail server on the loopback, and what it has got so far. */
export interface MailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  close(): Promise<void>
}

/** What a server does at the end of a letter: takes it, refuses it, or is gone. */
export type AtTheEnd = (received: ReceivedMail) => 'take' | 'lose' | number | Promise<'take'>

/** Opens a mail server; other behaviour than taking everything is the test's to say. */
export async function mailServer(
  atTheEnd: AtTheEnd = () => 'take',
  options: SMTPServerOptions = {},
): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      const source = await text(stream)
      const messageId = /^message-id: *(\S+)/im.exec(source)?.[1] ?? ''
      const to = session.envelope.rcptTo.map(({ address }) => address)
      const verdict = await atTheEnd({ to, source, messageId })
      if (verdict === 'lose') return sockets.forEach((socket) => socket.destroy())
      if (verdict !== 'take')
        return done(Object.assign(new Error('not now'), { responseCode: verdict }))
      received.push({ to, source, messageId })
      return done()
    },
    ...options,
  })
  server.on('error', () => {}) // connections that a test has cut
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
