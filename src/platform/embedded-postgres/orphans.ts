import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readPostmasterFile } from './postmaster-file.ts'
import { PostgresUnavailable } from './postgres-unavailable.ts'
import { listPostgresIn, signal } from './processes.ts'

/** Each way of asking a server to stop, and how many tenths of a second it is given; a minute suits a fast shutdown. */
const ways = [
  { name: 'SIGINT', tenths: 600 },
  { name: 'SIGQUIT', tenths: 50 },
  { name: 'SIGKILL', tenths: 50 },
] as const

/**
 * Stops every server left running in the directory and clears what would make PostgreSQL take a stranger for one.
 * Only for whoever holds the lock on the directory; raises PostgresUnavailable when a server cannot be stopped.
 */
export async function stopOrphans(directory: string): Promise<void> {
  for (const { name, tenths } of ways) {
    for (let i = 0; i < tenths; i++) {
      const orphans = listPostgresIn(directory)
      if (orphans.length === 0) return forgetStranger(directory)
      if (i % 10 === 0) stop(directory, orphans, name)
      await pause(100)
    }
  }
  throw stillThere(directory, listPostgresIn(directory)[0])
}

/** The first server ends its own processes; when it is gone they are asked one by one. */
function stop(directory: string, orphans: number[], name: NodeJS.Signals): void {
  const first = readPostmasterFile(directory)?.pid ?? 0
  for (const pid of orphans.includes(first) ? [first] : orphans) {
    if (signal(pid, name) === 'forbidden') throw stillThere(directory, pid)
  }
}

function stillThere(directory: string, pid: number | undefined): PostgresUnavailable {
  const message = `A PostgreSQL server (process ${pid}) is using ${directory} and this user cannot stop it.`
  return new PostgresUnavailable(message)
}

/**
 * PostgreSQL clears the files of a crashed server itself, unless the process id in them is in use again or a
 * zombie's: then it takes that process for a server. Otherwise they stay, for it checks shared memory by them.
 */
function forgetStranger(directory: string): void {
  const file = readPostmasterFile(directory)
  if (!file || signal(file.pid, 0) === 'gone') return
  rmSync(join(directory, 'postmaster.pid'), { force: true })
  if (file.socketDirectory) {
    rmSync(join(file.socketDirectory, '.s.PGSQL.5432.lock'), { force: true })
  }
}
