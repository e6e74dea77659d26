import type { Writing } from '#platform/statement.ts'
import type { CaseFile } from '#seeding/generating/case-file.ts'
import type { Demo } from '#seeding/generating/generate-demo.ts'
import * as queries from './queries.ts'
import { storeDocuments, storeEvents, storeTasks, type Stored } from './store-work.ts'
import { numbersFor, sought, type Storing } from './storing.ts'

/** Writes customers, accounts and cases with all that belongs to them. */
export async function storeDemo(demo: Demo, storing: Storing): Promise<void> {
  const { customers, accounts, caseFiles } = demo
  const { db } = storing
  const customerIds = await numbersFor(db, 'customers customer_id', customers)
  const accountIds = await numbersFor(db, 'accounts account_id', accounts)
  const personOf = new Map(customers.map((row) => [row.customerId, sought(customerIds, row)]))
  const accountOf = new Map(accounts.map((row) => [row.accountId, sought(accountIds, row)]))
  await queries.insertCustomers(
    db,
    customers.map((row) => ({ ...row, customerId: sought(customerIds, row) })),
  )
  await queries.insertAccounts(
    db,
    accounts.map((row) => ({ ...row, accountId: sought(accountIds, row) })),
  )
  await storeCases(caseFiles, { ...storing, accountOf })
  await storeParties(caseFiles, personOf, db)
  await storeParts(caseFiles, storing)
  const stored: Stored[] = [
    await storeNotes(caseFiles, db),
    ...(await storeTasks(caseFiles, storing)),
    await storeDocuments(caseFiles, storing),
  ]
  await storeEvents(caseFiles, new Map(stored.flatMap((each) => [...each])), db)
}

type Placing = Storing & { readonly accountOf: ReadonlyMap<number, number> }

const storeCases = (caseFiles: readonly CaseFile[], { db, numbers, accountOf }: Placing) =>
  queries.insertCases(
    db,
    caseFiles.map(({ theCase: { type, team, assignedTo, accountId, ...row } }) => {
      const { caseTypeId, version } = sought(numbers.caseTypes, type)
      return {
        ...row,
        caseTypeId,
        caseTypeVersion: version,
        teamId: sought(numbers.teamIds, team),
        assignedUserId: assignedTo === null ? null : sought(numbers.userIds, assignedTo),
        accountId: accountId === null ? null : sought(accountOf, accountId),
      }
    }),
  )

const storeParties = (
  caseFiles: readonly CaseFile[],
  personOf: ReadonlyMap<number, number>,
  db: Writing,
) =>
  queries.insertParties(
    db,
    caseFiles.flatMap(({ theCase: { caseId }, parties }) =>
      parties.map(({ role, customerId }) => ({
        caseId,
        role,
        position: 0,
        customerId: sought(personOf, customerId),
      })),
    ),
  )

async function storeParts(caseFiles: readonly CaseFile[], { db, numbers }: Storing) {
  await queries.insertStages(
    db,
    caseFiles.flatMap(({ stages }) => stages),
  )
  await queries.insertClockEvents(
    db,
    caseFiles.flatMap(({ clockEvents }) => clockEvents),
  )
  await queries.insertCorrespondence(
    db,
    caseFiles.flatMap(({ letters }) => letters),
  )
  await queries.insertClassifications(
    db,
    caseFiles.flatMap(({ theCase: { caseId }, classifications }) =>
      classifications.map((classification) => ({ caseId, ...classification })),
    ),
  )
  await queries.insertFlags(
    db,
    caseFiles.flatMap(({ theCase: { caseId, createdAt: raisedAt }, flags }) =>
      flags.map((flag) => ({ caseId, ...flag, raisedAt })),
    ),
  )
  await queries.insertUses(
    db,
    caseFiles.flatMap(({ theCase: { caseId, assignedTo, lastTouchedAt: usedAt } }) =>
      assignedTo && usedAt ? [{ userId: sought(numbers.userIds, assignedTo), caseId, usedAt }] : [],
    ),
  )
}

async function storeNotes(caseFiles: readonly CaseFile[], db: Writing): Promise<Stored> {
  const notes = caseFiles.flatMap((file) => file.notes)
  const noteIds = await numbersFor(db, 'notes note_id', notes)
  await queries.insertNotes(
    db,
    notes.map((note) => ({ ...note, noteId: sought(noteIds, note) })),
  )
  return new Map([...noteIds].map(([note, noteId]) => [note, { noteId }]))
}
