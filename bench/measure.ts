import { setTimeout as pause } from 'node:timers/promises'
import { openDoor } from '#door'
import { rawParameters } from '#kernel/parameters.ts'
import { perform } from '#kernel/perform.ts'
import { allOperations } from '#operations'
import { callBytes, type Credentials, type MeasuredCall } from './calls.ts'
import { openConnection } from './connection.ts'
import type { Figures } from './figures.ts'
import { ofCase, openFloor, recordPackets, type Packets } from './floor.ts'
import { runLoad } from './load.ts'
import type { Stage } from './stage.ts'

/** One way to do the same work, to be measured in turn with others. */
export interface Contender {
  readonly name: string
  readonly run: (clients: number, seconds: number) => Promise<Figures>
  readonly close: () => Promise<void>
}

const variety = 2000

/** Cases all over the organisation, so that calls seldom meet at one. */
const someCases = ({ cases }: Stage): readonly number[] =>
  Array.from({ length: Math.min(variety, cases) }, (_, at) =>
    Math.ceil(((at + 0.5) * cases) / Math.min(variety, cases)),
  )

/** The server, called over HTTP. */
export function overHttp(stage: Stage, call: MeasuredCall, credentials: Credentials): Contender {
  const requests = call.isOfCase
    ? someCases(stage).map((caseId) => callBytes(call, credentials, { CaseId: String(caseId) }))
    : [callBytes(call, credentials)]
  let next = 0
  return {
    name: credentials.kind,
    run: (clients, seconds) =>
      runLoad({
        clients,
        seconds,
        processorSeconds: async () => (await stage.server.tell()).processorSeconds,
        async open() {
          const connection = await openConnection(stage.server.port)
          return {
            close: () => connection.close(),
            async work() {
              next = (next + 1) % requests.length
              const reply = await connection.send(requests[next] as Buffer)
              if (reply.status !== 200)
                throw new Error(`${call.word}: ${reply.status} ${reply.body}`)
            },
          }
        },
      }),
    async close() {},
  }
}

/** What the call sends to PostgreSQL, sent alone. */
export async function floorOf(stage: Stage, call: MeasuredCall): Promise<Contender> {
  const all = await packetsOf(stage, call)
  const floor = openFloor(stage)
  let next = 0
  return {
    name: 'floor',
    run: (clients, seconds) =>
      runLoad({
        clients,
        seconds,
        processorSeconds: async () => {
          const { user, system } = process.cpuUsage()
          return (user + system) / 1e6
        },
        open: async () => ({
          close() {},
          work() {
            next = (next + 1) % all.length
            return floor.send(all[next] as Packets)
          },
        }),
      }),
    close: () => floor.close(),
  }
}

async function packetsOf(stage: Stage, call: MeasuredCall): Promise<readonly Packets[]> {
  const operation = allOperations.find(({ name }) => name === call.word)
  if (!operation) throw new Error(`There is no operation ${call.word}`)
  // a high number: what is put in its place must not be an organisation's or a position
  const [first = 0, ...others] = someCases(stage).toReversed()
  const sent = { ...call.fields, ...(call.isOfCase ? { CaseId: String(first) } : {}) }
  const raw = rawParameters(Object.entries(sent).map(([name, value]) => ({ name, value })))
  const door = openDoor(stage.installation)
  const once = () => perform(door, operation, { actor: stage.actor, raw })
  const packets = await shortest(() => recordPackets(once))
  return call.isOfCase
    ? [packets, ...others.map((caseId) => ofCase(packets, first, caseId))]
    : [packets]
}

/** The first calls also read the configuration, and one that follows a change of it does so again. */
async function shortest(record: () => Promise<Packets>): Promise<Packets> {
  const length = (packets: Packets) => packets.flat().length
  let best = await record()
  for (let tries = 0; tries < 5; tries++) {
    await pause(100)
    const next = await record()
    if (length(next) < length(best)) best = next
  }
  return best
}
