import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { serverAddress } from '#test/database.ts'

/** A PostgreSQL with an empty database for the program, and the two addresses of it. */
export interface TrialServer {
  readonly name: string
  /** Why it cannot be tried here. */
  readonly skip: string | false
  start(): Promise<{ readonly application: string; readonly owner: string }>
  /** How many are connected to the database. */
  sessions(): Promise<number>
  stop(): Promise<void>
}

/** Counts the sessions of programs in a database, that of the asker aside, and PostgreSQL's own, as of autovacuum. */
export async function countSessions(superuser: pg.ClientConfig, database: string): Promise<number> {
  const [row] = await asSuperuser(
    superuser,
    `select count(*)::int as n from pg_stat_activity
     where datname = '${database}' and backend_type = 'client backend'
       and pid <> pg_backend_pid()`,
  )
  return Number(row?.['n'])
}

/** Runs SQL as a superuser. */
export async function asSuperuser(
  superuser: pg.ClientConfig,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The server that the tests have started, where the roles are made already. */
export function embeddedServer(): TrialServer {
  const database = `operating_${process.pid}_${randomBytes(4).toString('hex')}`
  const superuser = () => ({
    host: String(serverAddress().host),
    user: 'postgres',
    database: 'postgres',
  })
  const url = (user: string) =>
    `postgres://${user}@${encodeURIComponent(superuser().host)}/${database}`
  return Object.freeze<TrialServer>({
    name: 'the embedded PostgreSQL',
    skip: false,
    async start() {
      await asSuperuser(superuser(), `create database ${database} owner casewright_owner`)
      return { application: url('casewright'), owner: url('casewright_owner') }
    },
    sessions: () => countSessions(superuser(), database),
    async stop() {
      await asSuperuser(superuser(), `drop database if exists ${database} with (force)`)
    },
  })
}
