import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { tryPort } from './port.ts'

const names = { hostVariable: 'HOST', portVariable: 'PORT' }

test('a port that is taken, or an address that is not here, is told with how to mend it', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const taken = { ...names, host: '127.0.0.1', port }
  await assert.rejects(tryPort(taken), {
    isForOperator: true,
    message: `Cannot listen on 127.0.0.1:${port}: another program listens there; set PORT to another.`,
  })
  await new Promise((resolve) => other.close(resolve))
  await tryPort(taken)
  await assert.rejects(tryPort({ ...names, host: '192.0.2.1', port: 0 }), {
    message:
      'Cannot listen on 192.0.2.1:0: this machine has no such address; set HOST to one that it has, such as 127.0.0.1.',
  })
})
