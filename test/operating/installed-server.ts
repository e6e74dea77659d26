import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { until } from '#test/until.ts'
import { freePort, root } from './image.ts'
import { asSuperuser, countSessions, type TrialServer } from './trial-server.ts'

const execute = promisify(execFile)

/** Where Debian and others put a PostgreSQL, the newest last. */
const places = globSync('/usr/{lib/postgresql/*,local/pgsql,pgsql-*}/bin/initdb').toSorted()
const programs = places.at(-1)?.replace(/\/initdb$/, '')

/** PostgreSQL refuses to run as root; where this process is root, it runs as its own user. */
const identity = (): { uid?: number; gid?: number } | undefined => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  const [uid, gid] = [id('-u'), id('-g')]
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined
}

const passwords = { POSTGRES: 'first', OWNER_PASSWORD: 'second', APPLICATION_PASSWORD: 'third' }

/** The PostgreSQL of this machine on a private port, where everybody needs a password; roles come from deploy/roles.sql. */
export function installedServer(): TrialServer {
  const user = identity()
  const skip = programs && user ? false : 'no PostgreSQL of its own is installed on this machine'
  const version = /\d+/.exec(programs ?? '')?.[0] ?? ''
  let folder = ''
  let port = ''
  let server: ChildProcess | undefined
  const superuser = (database = 'postgres') => ({
    connectionString: `postgres://postgres:${passwords.POSTGRES}@127.0.0.1:${port}/${database}`,
  })
  return Object.freeze<TrialServer>({
    name: `the PostgreSQL ${version} of this machine`,
    skip,
    async start() {
      folder = makeFolder(user)
      port = await freePort()
      await execute(`${programs}/initdb`, initialising(folder), user)
      server = spawn(`${programs}/postgres`, serving(folder, port), { ...user, stdio: 'ignore' })
      const answers = () =>
        asSuperuser(superuser(), 'select').then(
          () => true,
          () => false,
        )
      await until(answers, 'the installed PostgreSQL answers')
      await asSuperuser(superuser(), 'create database casewright')
      await makeRoles(superuser('casewright').connectionString)
      const url = (name: string, password: string) =>
        `postgres://${name}:${password}@127.0.0.1:${port}/casewright`
      return {
        application: url('casewright', passwords.APPLICATION_PASSWORD),
        owner: url('casewright_owner', passwords.OWNER_PASSWORD),
      }
    },
    sessions: () => countSessions(superuser(), 'casewright'),
    async stop() {
      const ended = new Promise((resolve) => server?.once('exit', resolve))
      server?.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true })
    },
  })
}

function makeFolder(user: ReturnType<typeof identity>): string {
  const folder = mkdtempSync(join(tmpdir(), 'installed-'))
  writeFileSync(join(folder, 'password'), passwords.POSTGRES)
  const { uid, gid } = user ?? {}
  if (uid !== undefined && gid !== undefined)
    for (const place of [folder, join(folder, 'password')]) chownSync(place, uid, gid)
  return folder
}

const words = (text: string): string[] => text.split(' ')

const initialising = (folder: string): string[] => [
  ...words('-U postgres -E UTF8 --locale=C --no-sync --auth=scram-sha-256'),
  `--pwfile=${join(folder, 'password')}`,
  `--pgdata=${join(folder, 'cluster')}`,
]

const serving = (folder: string, port: string): string[] => [
  ...words(`-c listen_addresses=127.0.0.1 -c fsync=off -p ${port}`),
  `--unix_socket_directories=${folder}`,
  '-D',
  join(folder, 'cluster'),
]

async function makeRoles(address: string): Promise<void> {
  const script = ['--no-psqlrc', '--quiet', '-f', join(root, 'deploy/roles.sql'), address]
  await execute(`${programs}/psql`, script, { env: passwords })
}
