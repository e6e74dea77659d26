import { createSecretKey } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDoor } from '#door'
import { makeApiKey } from '#domain/api-keys/index.ts'
import { apiKeyPermissions, builtInPermissions, type Role } from '#domain/access/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { rawParameters } from '#kernel/parameters.ts'
import type { Permission } from '#kernel/permission.ts'
import { perform, type Door } from '#kernel/perform.ts'
import type { Operation } from '#kernel/operation.ts'
import { stoppedClock } from '#platform/clock.ts'
import { openReportDatabase } from '#platform/copy-out.ts'
import { documentStore } from '#platform/files/document-store.ts'
import type { DocumentAccess, ProviderAccess } from '#platform/outside.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'

/** The key under which fixtures seal secrets. */
export const fixtureKey = createSecretKey(Buffer.alloc(32, 7))

/** What signing in with a provider needs on stages; nobody is given up for being slow. */
export const providerAccess: ProviderAccess = {
  sealingKey: fixtureKey,
  siteAddress: 'http://localhost',
  seconds: 300,
}

/** The pairs of the contract's section 10. */
export const pairs = {
  open: { key: 'c41f08a7d92b4e6f8830a51e2', secret: '9d27e6b1f0435c8ea6b24c7d8' },
  limited: { key: 'e7720b9c15d84fa3960cc8f41', secret: '06f3a9c8d1724be5b08e43f97' },
} as const

/** The stage on which most tests play: the contract's section 10, and a second organisation beside it. */
export interface Fixture {
  readonly test: TestDatabase
  readonly clock: ReturnType<typeof stoppedClock>
  readonly door: Door
  readonly organisationId: number
  readonly otherOrganisationId: number
  /** An API key's actor, or a person's in a role, in this organisation or another. */
  actor(role?: Role, organisationId?: number): Actor
  /** Performs an operation as an API key, as a person what programs cannot change, or as the actor given. */
  perform(
    operation: Operation,
    sent: Readonly<Record<string, string>>,
    actor?: Actor,
  ): Promise<unknown>
  close(): Promise<void>
}

/** An actor whose permissions are just these. */
export const actorWith = (organisationId: number, permissions: readonly Permission[]): Actor => ({
  organisationId,
  kind: 'user',
  id: 999,
  name: 'Nobody Much',
  permissions: new Set(permissions),
})

/** Builds the fixture in a database of its own; names of hosts are looked up as said, else by the system. */
export async function fixture(more: Pick<DocumentAccess, 'lookup'> = {}): Promise<Fixture> {
  const clock = stoppedClock('2026-03-14T09:30:00Z')
  const test = await testDatabase(clock)
  const organisationId = await furnish(test, 'demo')
  const otherOrganisationId = await furnish(test, 'other')
  await addPairs(test, organisationId)
  const reports = openReportDatabase(test.address)
  const directory = await mkdtemp(join(tmpdir(), 'casewright-documents-'))
  const store = await documentStore(directory)
  const outside = {
    equalityKey: fixtureKey,
    apiKeySealing: fixtureKey,
    reports,
    documents: { store, maxBytes: 1024 * 1024, callSeconds: 2, ...more },
    providers: providerAccess,
  }
  const door = openDoor({ database: test.database, outside, clock })
  const actor = (role?: Role, of = organisationId): Actor =>
    role
      ? {
          organisationId: of,
          kind: 'user',
          id: 1,
          name: 'Sam Dee',
          permissions: builtInPermissions(role),
        }
      : {
          organisationId: of,
          kind: 'api-key',
          id: 1,
          name: 'Website',
          permissions: apiKeyPermissions,
        }
  return Object.freeze<Fixture>({
    test,
    clock,
    door,
    organisationId,
    otherOrganisationId,
    actor,
    // what programs cannot change, people do
    perform: (operation, sent, as = actor(isForPeople(operation) ? 'administrator' : undefined)) =>
      perform(door, operation, {
        actor: as,
        raw: rawParameters(Object.entries(sent).map(([name, value]) => ({ name, value }))),
      }),
    async close() {
      await reports.close()
      await test.close()
      await rm(directory, { recursive: true })
    },
  })
}

const isForPeople = ({ isWebOnly, effect }: Operation): boolean =>
  isWebOnly === true && effect === 'write'

async function addPairs({ database }: TestDatabase, organisationId: number): Promise<void> {
  const now = new Date('2026-01-05T09:00:00Z')
  const make = (name: string, pair: (typeof pairs)['open' | 'limited'], from: string[]) =>
    makeApiKey(database, fixtureKey, {
      organisationId,
      name,
      permittedAddresses: from,
      now,
      pair,
    })
  await make('Website', pairs.open, [])
  await make('Telephone system', pairs.limited, ['203.0.113.10'])
}

/** What the contract's fixture holds: a case type, a team, people, lists, an account and three cases. */
async function furnish(test: TestDatabase, name: string): Promise<number> {
  const sql: TestDatabase['sql'] = (text, values) => test.sql(text, values)
  const [made] = await sql(`select create_organisation($1, $2, 700125) as id`, [name, name])
  const id = Number(made?.['id'])
  const definition = {
    name: 'Complaint',
    label: 'Complaint',
    synonyms: [],
    form: 'Complaint',
    team: 'CUSTREL',
    fields: [
      { id: 'Details', label: 'What happened', kind: 'long text', isPublished: true },
      { id: 'Reference', label: 'Your reference', kind: 'text' },
    ],
    actions: [
      {
        id: 'UF300200',
        synonym: 'InboundCall',
        label: 'Inbound call',
        fields: [{ id: 'Details', label: 'What was said', kind: 'long text' }],
      },
      {
        id: 'UF300300',
        synonym: 'MoreAboutComplaint',
        label: 'More about a complaint',
        isAmendment: true,
        fields: [{ id: 'Details', label: 'What else happened', kind: 'long text' }],
      },
    ],
  }
  await sql(
    `insert into teams (organisation_id, code, name) values ($1, 'CUSTREL', 'Customer relations')`,
    [id],
  )
  await sql(
    `insert into users (organisation_id, user_name, full_name, email, role)
     values ($1, 'sdee', 'Dee, Sam', $2, 'administrator')`,
    [id, `sam.dee@${name}.example`],
  )
  await sql(
    `insert into case_types (organisation_id, name, current_version) values ($1, 'Complaint', 1)`,
    [id],
  )
  await sql(
    `insert into case_type_versions (organisation_id, case_type_id, version, definition, published_at)
     select $1, case_type_id, 1, $2, '2026-01-01' from case_types where organisation_id = $1`,
    [id, JSON.stringify(definition)],
  )
  await sql(
    `insert into options (organisation_id, list, value)
     select $1, o.list, o.value from (values ('note type', 'General'), ('note type', 'Telephone'),
       ('request method', 'Web'), ('request method', 'Online form')) as o (list, value)`,
    [id],
  )
  await sql(
    `insert into accounts (organisation_id, account_type, reference, updated_at)
     values ($1, 'RENT', 'ACC-77', '2026-03-01')`,
    [id],
  )
  await addCases(sql, id)
  return id
}

async function addCases(sql: TestDatabase['sql'], id: number): Promise<void> {
  await sql(
    `insert into customers (organisation_id, reference, title, first_name, surname, created_at, updated_at)
     values ($1, 'C90017', 'Miss', 'Ann', 'Bell', '2026-03-01', '2026-03-01')`,
    [id],
  )
  await sql(
    `insert into cases (organisation_id, case_id, external_id, case_type_id, case_type_version, label,
       status, team_id, received_at, received_on, created_at, created_by, updated_at)
     select $1, c.case_id, c.external_id, t.case_type_id, 1, 'Complaint', 'New case',
       (select team_id from teams where organisation_id = $1), c.received_at, c.received_at::date,
       c.received_at, 'api-key 1 Website', c.received_at
     from case_types t,
       (values (700122, 'EXT-0041', timestamptz '2026-03-02 09:30+00'),
               (700123, 'EXT-0042', '2026-03-02 10:00+00'),
               (700124, 'EXT-0042', '2026-03-03 10:00+00')) as c (case_id, external_id, received_at)
     where t.organisation_id = $1`,
    [id],
  )
  await sql(
    `insert into case_parties (organisation_id, case_id, role, customer_id)
     select $1, c.case_id, 'Customer', p.customer_id from cases c, customers p
     where c.organisation_id = $1 and p.organisation_id = $1`,
    [id],
  )
}
