// Starts processes that do not outlive this one, and ends this one when whoever started it is gone.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Ends the whole group of the command when standard input closes, which it does however this process ends. */
const guard =
  'exec 3<&0 </dev/null; "$@" 3<&- & p=$!; (read x <&3; kill -9 0) & w=$!; exec 3<&-; wait $p; s=$?; kill $w; exit $s'

/**
 * Runs a command to its end, or until `abort` says so, and answers with its exit code. Nothing in its process
 * group outlives this process; what it writes goes to standard error, or to the descriptor `output`.
 */
export function runGuarded([command, ...rest], { cwd, env = process.env, output = 2, abort }) {
  const isPosix = process.platform !== 'win32'
  const [program, args] = isPosix
    ? ['/bin/sh', ['-c', guard, 'guard', command, ...rest]]
    : [command, rest]
  const stdio = [isPosix ? 'pipe' : 'ignore', output, 2]
  const child = spawn(program, args, { cwd, env, stdio, detached: isPosix, shell: !isPosix })
  child.stdin?.on('error', () => {})
  abort?.addEventListener('abort', () => child.stdin?.end())
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1))
  })
}

/** Starts a child that hears when this process ends; in a session of its own, so that Ctrl-C reaches it once, through us. */
export function spawnChild(program, args) {
  const child = spawn(program, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
  let last
  for (const name of forwarded) {
    process.on(name, () => {
      // npm forwards the Ctrl-C that the terminal has sent to all of us already.
      if (last === name) return
      last = name
      setTimeout(() => (last = undefined), 500).unref()
      child.kill(name)
    })
  }
  return child
}

/** Ends this process as the child has ended, with its exit code or by its signal. */
export async function passOnEnding(child) {
  const [code, signal] = await new Promise((resolve) => {
    child.once('exit', (...ending) => resolve(ending))
  })
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
}

/**
 * Asks this process to stop, by SIGTERM and after half a minute without asking, when the one that started it has
 * gone: the Node before it, of which the closed channel tells, or npm, whose death by kill -9 nobody passes on.
 */
export function watchStarter() {
  if (process.channel) {
    process.once('disconnect', stop)
    process.channel.unref()
  }
  const starters = process.env.npm_lifecycle_event ? findNpm() : []
  if (starters.length === 0) return
  setInterval(() => {
    if (starters.some(({ pid, start }) => startOf(pid) !== start)) stop()
  }, 500).unref()
}

let isStopping = false

function stop() {
  if (isStopping) return
  isStopping = true
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 30_000).unref()
}

/** The processes from our parent up to npm: usually a shell stands between. */
function findNpm() {
  const starters = []
  let pid = process.ppid
  for (let steps = 0; steps < 4 && pid > 1; steps++) {
    const start = startOf(pid)
    if (start === undefined) return []
    starters.push({ pid, start })
    if (/(^|[/\0 ])npm(-cli\.c?js)?([\0 ]|$)/.test(read(`/proc/${pid}/cmdline`) ?? ''))
      return starters
    pid = Number(fieldsOf(pid)?.[1] ?? 0)
  }
  return []
}

/** When a process started, which tells it from a later one with the same id; undefined when it is gone or a zombie. */
function startOf(pid) {
  const fields = fieldsOf(pid)
  return fields && fields[0] !== 'Z' && fields[0] !== 'X' ? fields[19] : undefined
}

/** The fields of /proc/PID/stat after the name: state, parent, and as twentieth the start. */
function fieldsOf(pid) {
  const stat = read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
