import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A letter as a server got it. */
export interface ReceivedMail {
  readonly to: readonly string[]
  readonly source: string
  /** What it says, as it is read. */
  readonly text: string
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
      const source = await readText(stream).catch(() => '')
      if (source === '') return // its sender was gone amid it
      const messageId = /^message-id: *(\S+)/im.exec(source)?.[1] ?? ''
      const to = session.envelope.rcptTo.map(({ address }) => address)
      const mail = { to, source, messageId, text: spoken(source) }
      const verdict = await atTheEnd(mail)
      if (verdict === 'lose') return sockets.forEach((socket) => socket.destroy())
      if (verdict !== 'take')
        return done(Object.assign(new Error('not now'), { responseCode: verdict }))
      received.push(mail)
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

/** The body of a letter in quoted-printable (RFC 2045, 6.7). */
function spoken(source: string): string {
  const body = source.slice(source.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '')
  const bytes = body.replaceAll(/=([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n')
}
