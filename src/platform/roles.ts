import pg from 'pg'
import type { Address } from './database.ts'

/**
 * The roles, each made once: the owner migrates; the application signs in and owns nothing; the others are
 * stepped into for one purpose (equality answers, reports, background jobs).
 */
const roles: readonly (readonly [name: string, attributes: string])[] = [
  ['casewright_owner', 'login'],
  ['casewright', 'login noinherit'],
  ['casewright_equality', 'nologin'],
  ['casewright_reports', 'nologin'],
  ['casewright_jobs', 'nologin'],
]
const memberships = [
  // the owner must see which writes of the application are open
  'grant casewright, casewright_equality, casewright_reports, casewright_jobs to casewright_owner',
  'grant casewright_reports, casewright_jobs to casewright',
]

/** The SQL by which an administrator of another PostgreSQL makes the roles that are missing there. */
export function rolesSql(missing: readonly string[]): string {
  const wanted = roles.filter(([name]) => missing.includes(name))
  const statements = wanted.map(([name, attributes]) => {
    const password = attributes.startsWith('login') ? " password '…'" : ''
    return `create role ${name} ${attributes}${password};`
  })
  return [
    ...statements,
    ...memberships.map((each) => `${each};`),
    'alter database … owner to casewright_owner;',
  ].join('\n')
}

/**
 * The script that makes the roles on a new server, for psql as a superuser in the database of Casewright; the
 * passwords of the two that sign in come from OWNER_PASSWORD and APPLICATION_PASSWORD.
 */
export function rolesScript(): string {
  const passwords: Readonly<Record<string, string>> = {
    casewright_owner: 'owner_password',
    casewright: 'application_password',
  }
  const statements = roles.map(([name, attributes]) => {
    const password = passwords[name]
    return `create role ${name} ${attributes}${password ? ` password :'${password}'` : ''};`
  })
  return [
    '-- Written by bin/docs from the program; changes belong there.',
    '\\set ON_ERROR_STOP on',
    ...Object.values(passwords).map((name) => `\\getenv ${name} ${name.toUpperCase()}`),
    ...statements,
    ...memberships.map((each) => `${each};`),
    'alter database :"DBNAME" owner to casewright_owner;',
    '',
  ].join('\n')
}

/** The roles that the server lacks. */
export async function missingRoles(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any ($1)',
    [roles.map(([name]) => name)],
  )
  const present = new Set(rows.map(({ rolname }) => rolname))
  return roles.map(([name]) => name).filter((name) => !present.has(name))
}

/** What a server says of itself and of the role that has signed in. */
interface SignedIn {
  readonly version: number
  readonly name: string
  /** Why row-level security would not bind the role; null where it does. */
  readonly power: string | null
}

/**
 * As the application: throws a sentence for the operator where PostgreSQL is too old, or would not hold organisations
 * apart for the role that signs in, which is so for superusers and for whoever may act as the owner of the tables.
 */
export async function refuseUnfitServer(application: Address): Promise<void> {
  const client = new pg.Client(application)
  await client.connect()
  const { rows } = await client
    .query<SignedIn>(
      `select current_setting('server_version_num')::int as version, rolname as name, case
          when rolsuper then 'is a superuser'
          when rolbypassrls then 'bypasses row-level security'
          when exists (select from pg_roles o
            where o.rolname = 'casewright_owner' and pg_has_role(current_user, o.oid, 'member'))
            then 'owns the tables'
        end as power
      from pg_roles where rolname = current_user`,
    )
    .finally(() => client.end())
  const message = rows.map(whyUnfit).find((why) => why !== undefined)
  if (message !== undefined) throw Object.assign(new Error(message), { isForOperator: true })
}

const leastVersion = 15

/** Says in a sentence why a server, or the role there, cannot be used; undefined where it can. */
export function whyUnfit({ version, name, power }: SignedIn): string | undefined {
  const major = Math.floor(version / 10_000)
  if (major < leastVersion)
    return `DATABASE_URL leads to PostgreSQL ${major}; PostgreSQL ${leastVersion} or newer is needed.`
  if (power === null) return undefined
  return `DATABASE_URL signs in as ${name}, who ${power}: PostgreSQL would not hold the organisations apart. Sign in as casewright; deploy/roles.sql makes that role.`
}

/** As a superuser: makes the roles and the database where they are missing. */
export async function prepareServer(superuser: Address, database: string): Promise<void> {
  const client = new pg.Client({ ...superuser, database: 'postgres' })
  await client.connect()
  try {
    const missing = await missingRoles(client)
    for (const [name, attributes] of roles)
      if (missing.includes(name)) await client.query(`create role ${name} ${attributes}`)
    for (const membership of memberships) await client.query(membership)
    // volumes for measurements are filled without checking each reference; on other servers they are checked
    await client.query('grant set on parameter session_replication_role to casewright_owner')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      database,
    ])
    if (!rowCount) await client.query(`create database ${database} owner casewright_owner`)
  } finally {
    await client.end()
  }
}
