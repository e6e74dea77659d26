import { bool, int4, int8, json, nullable, text } from '#platform/columns.ts'
import type { Columns, Row } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'
import * as table from './tables.ts'

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/** A statement that inserts any number of rows, given as JSON, in their order. */
function insertInto<const C extends Columns>(table: string, columns: C) {
  const names = Object.keys(columns)
  const insert = change({
    takes: { rows: json<readonly Row<C>[]>() },
    returns: {},
    sql: `
      insert into ${table} (organisation_id, ${names.map(snake).join(', ')})
      overriding system value
      select :organisationId, ${names.map((name) => `r."${name}"`).join(', ')}
      from jsonb_to_recordset(:rows)
        as r (${names.map((name) => `"${name}" ${columns[name]?.sqlType}`).join(', ')})`,
  })
  return async (db: Parameters<typeof insert>[0], rows: readonly Row<C>[]): Promise<void> =>
    void (await insert(db, { rows }))
}

/** Lets one seeding of the installation wait for another. */
export const lockSeeding = get({
  takes: {},
  returns: { isLocked: bool },
  sql: `select pg_advisory_xact_lock(7236452) is not null as "isLocked"`,
})

export const findOrganisation = find({
  takes: { name: text },
  returns: { organisationId: int4, settings: json<Readonly<Record<string, unknown>>>() },
  sql: `
    select o.organisation_id as "organisationId", o.settings
    from organisations o where o.name = :name`,
})

/** An organisation, and the sequence that its case numbers come from. */
export const createOrganisation = get({
  takes: { name: text, title: text, nextCaseId: int8 },
  returns: { organisationId: int4 },
  sql: `select create_organisation(:name, :title, :nextCaseId) as "organisationId"`,
})

export const updateSettings = change({
  takes: { settings: json<Readonly<Record<string, boolean | string>>>() },
  returns: {},
  sql: `update organisations set settings = :settings where organisation_id = :organisationId`,
})

/** So many new numbers for rows of a table, for rows that name one another. */
export const takeIds = list({
  takes: { table: text, column: text, count: int4 },
  returns: { id: int8 },
  sql: `
    select nextval(pg_get_serial_sequence(:table, :column)) as id
    from generate_series(1, :count)`,
})

export const insertTeams = insertInto('teams', {
  code: text,
  name: text,
  department: nullable(text),
  directorate: nullable(text),
})

export const listTeamIds = list({
  takes: {},
  returns: { code: text, id: int8 },
  sql: `select t.code, t.team_id as id from teams t where t.organisation_id = :organisationId`,
})

export const insertUsers = insertInto('users', {
  userName: text,
  fullName: text,
  email: text,
  jobTitle: text,
  address: text,
  department: text,
  role: text,
  teamId: int8,
})

export const listUserIds = list({
  takes: {},
  returns: { userName: text, id: int8 },
  sql: `
    select u.user_name as "userName", u.user_id as id
    from users u where u.organisation_id = :organisationId`,
})

export const insertOptions = insertInto('options', {
  list: text,
  value: text,
  label: nullable(text),
  groupName: text,
  position: int4,
})

export const insertReports = insertInto('reports', {
  reportId: int8,
  name: text,
  source: text,
  definition: json<unknown>(),
})

export const insertCustomers = insertInto('customers', table.customerColumns)
export const insertAccounts = insertInto('accounts', table.accountColumns)
export const insertCases = insertInto('cases', table.caseColumns)
export const insertParties = insertInto('case_parties', table.partyColumns)
export const insertStages = insertInto('case_stages', table.stageColumns)
export const insertClockEvents = insertInto('clock_events', table.clockEventColumns)
export const insertClassifications = insertInto('case_classifications', table.classificationColumns)
export const insertFlags = insertInto('case_flags', table.flagColumns)
export const insertEvents = insertInto('case_events', table.eventColumns)
export const insertNotes = insertInto('notes', table.noteColumns)
export const insertTasks = insertInto('tasks', table.taskColumns)
export const insertActions = insertInto('case_actions', table.actionColumns)
export const insertDocuments = insertInto('documents', table.documentColumns)
export const insertCorrespondence = insertInto('correspondence', table.correspondenceColumns)
export const insertUses = insertInto('case_uses', table.useColumns)

/** Counts what the planner goes by: until that is done it knows nothing of tables that were just filled. */
export const countAnew = change({
  takes: {},
  returns: {},
  sql: `
    analyze customers, accounts, cases, case_parties, case_stages, clock_events,
      case_classifications, case_flags, case_events, notes, case_uses, tasks, case_actions, documents, correspondence,
      teams, users, options, case_types, case_type_versions`,
})
