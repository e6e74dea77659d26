import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Whether a process is a living PostgreSQL working in the directory: not a zombie, not a stranger with a recycled id. */
export function isPostgresIn(directory: string, pid: number): boolean {
  try {
    return isAlive(pid) && commandOf(pid).includes('postgres') && worksIn(directory, pid)
  } catch {
    return false
  }
}

/** The ids of all living PostgreSQL processes that work in the directory. */
export function listPostgresIn(directory: string): number[] {
  return listProcesses().filter((pid) => isPostgresIn(directory, pid))
}

/** The ids of all living processes whose command line names the text. */
export function listProcessesNaming(text: string): number[] {
  return listProcesses().filter((pid) => {
    try {
      return isAlive(pid) && commandOf(pid).includes(text)
    } catch {
      return false
    }
  })
}

/** Sends a signal; whether somebody was there to get it. */
export function signal(pid: number, name: NodeJS.Signals | 0): 'sent' | 'gone' | 'forbidden' {
  try {
    process.kill(pid, name)
    return 'sent'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'forbidden' : 'gone'
  }
}

function listProcesses(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid))
}

function isAlive(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const state = stat.slice(stat.lastIndexOf(')') + 2)[0] ?? 'X'
  return !'ZX'.includes(state)
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
}

/** The server works in its data directory; where another user's process hides that, its arguments name it. */
function worksIn(directory: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory
  } catch {
    return commandOf(pid).split('\0').includes(directory)
  }
}
