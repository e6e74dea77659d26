import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

// Writers of other machines and containers cannot be asked whether they live; one that writes touches its file at each chunk.
const silence = 60 * 60_000

let home: string | undefined

/** Makes up the name of a file being written, which says who writes it: machine, process and when that process began. */
export function unfinishedName(): string {
  home ??= nameHome()
  return [home, process.pid, beginningOf(process.pid), randomBytes(8).toString('hex')].join('.')
}

/** Removes from a directory the files whose writer has ended, and says how many; those being written stay. */
export async function sweepUnfinished(directory: string): Promise<number> {
  const names = await readdir(directory)
  if (names.length === 0) return 0
  const now = await timeOfFileSystem(directory)
  let swept = 0
  for (const name of names) {
    if (!(await isAbandoned(directory, name, now))) continue
    await rm(join(directory, name), { force: true })
    swept++
  }
  return swept
}

async function isAbandoned(directory: string, name: string, now: number): Promise<boolean> {
  const [writersHome, pid, beginning] = name.split('.')
  home ??= nameHome()
  if (writersHome === home) return beginningOf(Number(pid)) !== beginning
  const found = await stat(join(directory, name)).catch(() => undefined)
  return found !== undefined && now - found.mtimeMs > silence
}

/** File times are compared with a file's time, for a network drive has a clock of its own. */
async function timeOfFileSystem(directory: string): Promise<number> {
  const probe = join(directory, unfinishedName())
  await writeFile(probe, '', { mode: 0o600 })
  const { mtimeMs } = await stat(probe)
  await rm(probe, { force: true })
  return mtimeMs
}

/** Process numbers mean something only on one machine since it was started, and within one container. */
function nameHome(): string {
  const parts = [
    hostname(),
    read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    read(() => readlinkSync('/proc/self/ns/pid')),
  ]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12)
}

/** Says when a living process began, in clock ticks since the machine did (proc_pid_stat(5)); else 'ended'. */
function beginningOf(pid: number): string {
  if (process.platform !== 'linux') return isAlive(pid) ? 'unknown' : 'ended'
  const [state, ...fields] = (read(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? '')
    .replace(/^.*\) /s, '')
    .split(' ')
  return state === 'Z' ? 'ended' : (fields[18] ?? 'ended')
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function read(attempt: () => string): string | undefined {
  try {
    return attempt()
  } catch {
    return undefined
  }
}
