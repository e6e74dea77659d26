import { spawn, type ChildProcess } from 'node:child_process'

/** What PostgreSQL sees of the environment: no secrets, and no PG… variable that would change its mind. */
export const environment = Object.freeze({
  PATH: process.platform === 'linux' ? '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' : '',
  LC_ALL: 'C',
  TZ: 'UTC',
})

/** How a guarded program is run: as whom, where, and how it is ended. */
export type GuardOptions = Readonly<{
  cwd: string
  user?: Readonly<{ uid: number; gid: number }> | undefined
  ending: 'fast shutdown' | 'kill'
}>

/**
 * Runs a program under a shell that ends it when the child's standard input closes, that is when it is
 * asked to or when this process ends, however it ends. In a session of its own, so Ctrl-C passes it by.
 */
export function spawnGuarded(command: readonly string[], options: GuardOptions): ChildProcess {
  const script = options.ending === 'kill' ? killing : shuttingDown
  return spawn('/bin/sh', ['-c', script, 'guard', ...command], {
    cwd: options.cwd,
    ...options.user,
    env: environment,
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  })
}

/** The program runs in the background with standard input kept from it; a watcher waits for the input to close. */
const running = 'exec 3<&0 </dev/null; "$@" 3<&- & p=$!'

/** The watcher goes first, or its kill would find the shell gone; then the shell passes on how the program ended. */
const waiting =
  'w=$!; exec 3<&-; wait $p; s=$?; while kill -0 $p; do wait $p; s=$?; done 2>/dev/null; kill $w 2>/dev/null; exit $s'

/** One signal could be lost while the server is still starting, hence again each second; after a minute without ceremony. */
const shuttingDown = `${running}
trap 'kill -INT $p' INT TERM HUP
(
  trap '' INT HUP
  read x <&3
  i=0
  while kill -INT $p && [ $i -lt 60 ]; do i=$((i+1)); sleep 1 3<&-; done
  kill -QUIT $p
) 2>/dev/null &
${waiting}`

/** Kills the whole process group: the program, what it has started, and the shell. */
const killing = `${running}
(read x <&3; kill -9 0) 2>/dev/null &
${waiting}`
