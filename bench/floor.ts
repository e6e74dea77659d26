import type { Socket } from 'node:net'
import pg from 'pg'
import { resultTypes } from '#platform/columns.ts'
import type { Stage } from './stage.ts'

type Statement = pg.QueryConfig | string
/** What a call sends to PostgreSQL: packets of statements, each sent when the one before was answered. */
export type Packets = readonly (readonly Statement[])[]

interface Recorded {
  query: (this: pg.Client, ...given: unknown[]) => unknown
}

/** Performs the work once and notes what the driver was given meanwhile. */
export async function recordPackets(work: () => Promise<unknown>): Promise<Packets> {
  const packets: Statement[][] = []
  let isAnswered = true
  const client = pg.Client.prototype as unknown as Recorded
  const own = client.query
  client.query = function (...given) {
    if (isAnswered) packets.push([])
    isAnswered = false
    packets.at(-1)?.push(given[0] as Statement)
    const answer = own.apply(this, given) as Promise<unknown>
    answer.then(
      () => (isAnswered = true),
      () => {},
    )
    return answer
  }
  try {
    await work()
  } finally {
    client.query = own
  }
  return packets
}

/** A pool as the server's, and the statements of a call sent through it. */
export interface Floor {
  send(packets: Packets): Promise<void>
  close(): Promise<void>
}

/** Opens the floor: the same driver and pool, with nothing before it. */
export function openFloor({ installation }: Stage): Floor {
  const pool = new pg.Pool({
    ...installation.addresses.application,
    max: installation.config.databasePool,
    pipeline: true,
    types: resultTypes(pg.types),
  } as pg.PoolConfig)
  return Object.freeze<Floor>({
    async send(packets) {
      const client = await pool.connect()
      try {
        for (const packet of packets) await sendPacket(client, packet)
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  })
}

async function sendPacket(client: pg.PoolClient, packet: readonly Statement[]): Promise<void> {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.cork()
  const answers = packet.map((statement) => client.query(statement))
  stream.uncork()
  await Promise.all(answers)
}

/** The same packets about another case. */
export const ofCase = (packets: Packets, from: number, to: number): Packets =>
  packets.map((packet) =>
    packet.map((statement) =>
      typeof statement === 'string' || !statement.values
        ? statement
        : {
            ...statement,
            values: statement.values.map((value: unknown) => (value === from ? to : value)),
          },
    ),
  )
