import pg from 'pg'
import type { ConfigurationMemory } from './configuration-memory.ts'
import type { Address } from './database.ts'

const channel = 'casewright_configuration'
const secondsBeforeRetry = 1

/** Keeps one connection open to hear of changed configuration, and makes the memory forget it. */
export function listenForChanges(address: Address, memory: ConfigurationMemory) {
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let isClosed = false

  const lost = () => {
    memory.setInformed(false)
    client = undefined
    if (!isClosed) retry = setTimeout(() => void connect(), secondsBeforeRetry * 1000).unref()
  }

  const connect = async () => {
    const next = new pg.Client({ connectionTimeoutMillis: 30_000, keepAlive: true, ...address })
    client = next
    next.on('error', () => {})
    next.on('end', lost)
    next.on('notification', ({ payload }) => {
      memory.forget(Number(payload))
      memory.forget(0)
    })
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      memory.setInformed(true)
    } catch {
      await next.end().catch(() => {})
    }
  }

  const opened = connect()
  return Object.freeze({
    async close() {
      isClosed = true
      clearTimeout(retry)
      await opened
      await client?.end().catch(() => {})
    },
  })
}
