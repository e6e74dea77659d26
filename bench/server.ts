import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** What the server's process says of itself since it was last asked to watch. */
export interface Watched {
  /** The most memory held above that at the start, in megabytes. */
  readonly growth: number
  /** The longest pause of the event loop, in milliseconds. */
  readonly longestPause: number
  /** For how much of that it was ready to work and another had the processor, in milliseconds; NaN where nobody tells. */
  readonly waited: number
  /** The longest stretch of work between two turns of the event loop, in milliseconds of processor time. */
  readonly longestWork: number
  /** Processor time taken since the process began. */
  readonly processorSeconds: number
}

/** A server as `npm start` runs it, with a PostgreSQL of its own. */
export interface BenchServer {
  readonly port: number
  readonly dataDirectory: string
  watch(): void
  tell(): Promise<Watched>
  stop(): Promise<void>
}

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Starts the program in a child process and waits until it is ready; `flags` are for Node. */
export async function startServer(
  dataDirectory: string,
  flags: readonly string[] = [],
): Promise<BenchServer> {
  const said = `${dataDirectory}.log`
  const output = openSync(said, 'w')
  const all = ['--import', beside('./watch-process.ts'), ...flags, beside('../bin/start.mjs')]
  const child = spawn(process.execPath, all, {
    cwd: beside('..'),
    env: { PATH: process.env['PATH'], DATA_DIR: dataDirectory, PORT: '0' },
    stdio: ['ignore', output, 'inherit', 'ipc'],
  })
  closeSync(output)
  const port = await portSaid(child, said)
  return Object.freeze<BenchServer>({
    port,
    dataDirectory,
    watch: () => void child.send('watch'),
    async tell() {
      const told = once(child, 'message')
      child.send('tell')
      return (await told)[0] as Watched
    },
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  })
}

async function portSaid(child: ChildProcess, file: string): Promise<number> {
  while (child.exitCode === null && child.signalCode === null) {
    const port = /ready at http:\/\/localhost:(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]
    if (port) return Number(port)
    await pause(50)
  }
  throw new Error(`The server did not start; what it said is in ${file}`)
}
