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

/** Inside a user namespace PostgreSQL sees a harmless user, while its files stay those of the one outside. */
const inNamespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

function candidates(parent: string): Identity[] {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const namespace = { label: 'a user namespace', prefix: inNamespace, owner: self }
  if (self.uid === 0) return [...namedUsers(), ...ownersAbove(parent), namespace]
  return hasName({}) ? [{ label: 'this user', prefix: [], owner: self }, namespace] : [namespace]
}

/** initdb and postgres need a passwd entry, which the arbitrary user of a container may lack. */
function hasName(user: { uid?: number }): boolean {
  return spawnSync('id', ['-un'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

function namedUsers(): Identity[] {
  return ['postgres', 'nobody'].flatMap((name) => {
    const user = { uid: idOf('-u', name), gid: idOf('-g', name) }
    return user.uid > 0 ? [{ label: name, prefix: [], user, owner: user }] : []
  })
}

/** Root working in somebody's home that others cannot enter lets the database run as that somebody. */
function ownersAbove(folder: string): Identity[] {
  const { uid, gid } = statSync(folder)
  const further = folder === dirname(folder) ? [] : ownersAbove(dirname(folder))
  if (uid === 0 || further.some(({ owner }) => owner.uid === uid)) return further
  const user = { uid, gid }
  const prefix = hasName(user) ? [] : inNamespace
  return [{ label: `user ${uid}`, prefix, user, owner: user }, ...further]
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
