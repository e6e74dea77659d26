import pg from 'pg'
import { resultTypes } from '#platform/columns.ts'
import { Packet, type Statement } from '#platform/packet.ts'
import { Sending } from '#platform/sending.ts'
import type { Stage } from './stage.ts'

/** What a call sends to PostgreSQL: packets of statements, each sent when the one before was answered. */
export type Packets = readonly (readonly Statement[])[]

interface Recorded {
  query: (this: pg.Client, ...given: unknown[]) => unknown
}

/** Performs the work once and notes what the driver was given meanwhile. */
export async function recordPackets(work: () => Promise<unknown>): Promise<Packets> {
  const packets: (readonly Statement[])[] = []
  const client = pg.Client.prototype as unknown as Recorded
  const own = client.query
  client.query = function (...given) {
    if (given[0] instanceof Packet) packets.push(given[0].statements)
    return own.apply(this, given)
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
        const sending = new Sending(client)
        for (const packet of packets)
          await Promise.all(packet.map((statement) => sending.send(statement)))
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  })
}

/** The same packets about another case. */
export const ofCase = (packets: Packets, from: number, to: number): Packets =>
  packets.map((packet) =>
    packet.map((statement) =>
      !statement.values
        ? statement
        : {
            ...statement,
            values: statement.values.map((value: unknown) => (value === from ? to : value)),
          },
    ),
  )
