import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Binaries } from './binaries.ts'
import { environment } from './guard.ts'
import { PostgresUnavailable } from './postgres-unavailable.ts'

/** As whom PostgreSQL runs: a command put before it, or a user switched to, and whose its files are. */
export type Identity = Readonly<{
  label: string
  prefix: readonly string[]
  user?: Readonly<{ uid: number; gid: number }>
  owner: Readonly<{ uid: number; gid: number }>
}>

/** PostgreSQL refuses to run as root: finds who can run it and reach the directory, or raises PostgresUnavailable. */
export function chooseIdentity(binaries: Binaries, directory: string): Identity {
  const parent = dirname(directory)
  for (const identity of candidates(parent)) {
    const isAble = (command: string[]) => runs(identity, command)
    if (isAble([binaries.postgres, '--version']) && isAble(['test', '-x', parent])) return identity
  }
  throw new PostgresUnavailable(
    `PostgreSQL cannot run as this user, and no other identity can both run it and reach ${parent}; set DATABASE_URL to use a PostgreSQL of your own.`,
  )
}

function candidates(parent: string): Identity[] {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const namespace = {
    label: 'a user namespace',
    prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'],
    owner: self,
  }
  if (self.uid === 0) return [...otherUsers(parent), namespace]
  // initdb and postgres need a passwd entry, which the arbitrary user of a container may lack.
  const hasName = spawnSync('id', ['-un'], { stdio: 'ignore' }).status === 0
  return hasName ? [{ label: 'this user', prefix: [], owner: self }, namespace] : [namespace]
}

/** Root may become the usual users, or whoever owns the place (a home directory that others cannot enter). */
function otherUsers(parent: string): Identity[] {
  const { uid, gid } = statSync(parent)
  const named = ['postgres', 'nobody'].flatMap((name) => {
    const user = { uid: idOf('-u', name), gid: idOf('-g', name) }
    return user.uid > 0 ? [{ label: name, prefix: [], user, owner: user }] : []
  })
  if (uid === 0) return named
  return [...named, { label: `user ${uid}`, prefix: [], user: { uid, gid }, owner: { uid, gid } }]
}

function idOf(flag: string, name: string): number {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : 0
}

function runs(identity: Identity, command: string[]): boolean {
  const [program = '', ...rest] = [...identity.prefix, ...command]
  const options = { ...identity.user, env: environment, cwd: '/', stdio: 'ignore' } as const
  return spawnSync(program, rest, options).status === 0
}
