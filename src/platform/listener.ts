import pg from 'pg'
import type { ConfigurationMemory } from './configuration-memory.ts'
import type { Address } from './database.ts'

const channel = 'casewright_configuration'
const secondsBeforeRetry = 1

/** Makes the memory forget what the connection hears of: of its own changes with their commit. */
export async function forgetWhatIsAnnounced(
  client: pg.ClientBase,
  memory: ConfigurationMemory,
): Promise<void> {
  client.on('notification', ({ payload }) => {
    memory.forget(Number(payload))
    memory.forget(0)
  })
  await client.query(`listen ${channel}`)
}

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
    try {
      await next.connect()
      await forgetWhatIsAnnounced(next, memory)
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
