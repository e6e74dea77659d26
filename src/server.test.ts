import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { readConfig } from '#config'
import { silentLog } from '#platform/log.ts'
import { createServer } from '#server'

const server = createServer({ config: readConfig({}), log: silentLog, isReady: async () => true })
before(() => server.listen({ port: 0 }))
after(() => server.close())

async function answerTo(sent: string): Promise<string> {
  const socket = connect((server.server.address() as AddressInfo).port)
  await once(socket, 'connect')
  socket.write(sent)
  return text(socket)
}

const close = 'Host: demo\r\nConnection: close\r\n\r\n'
for (const [what, sent, status, code] of [
  ['an address that cannot be read', `GET /%ff?Surname=Bell HTTP/1.1\r\n${close}`, 404, 1],
  ['a method that does not exist', `FOO /createcase HTTP/1.1\r\n${close}`, 400, 0],
  ['a header that is none', 'GET /createcase HTTP/1.1\r\nBell zz\r\n\r\n', 400, 97],
  ['too long a head', `GET /${'a'.repeat(200_000)} HTTP/1.1\r\n${close}`, 431, 97],
] as const) {
  test(`${what} is answered with the page of every error, and nothing of it comes back`, async () => {
    const answer = await answerTo(sent)
    assert.ok(answer.startsWith(`HTTP/1.1 ${status} `), answer)
    assert.match(answer, new RegExp(`x-application-error-code: ${code}\\r\\n`, 'i'))
    assert.match(answer, /<h1>Error Page<\/h1>/)
    assert.doesNotMatch(answer, /Bell|zz|aaa|FOO/)
  })
}
