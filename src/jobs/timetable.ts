import { organisationsByName } from '#domain/organisations/index.ts'
import {
  digestsInBatch,
  giveReminders,
  queueDigests,
  remindersInBatch,
} from '#domain/reminders/index.ts'
import { fillSearch } from '#domain/search/index.ts'
import { deleteLapsedChallenges } from '#domain/second-factors/index.ts'
import { deleteLapsedSignIns } from '#domain/sign-in/index.ts'
import { forgetLapsedVisits } from '#domain/single-sign-on/index.ts'
import { chainAudit } from '#platform/audit-chain.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database.ts'
import type { Outside } from '#platform/outside.ts'
import { deleteLapsedCalls } from '#platform/remembered-calls.ts'

/** What work by the clock is given. */
export interface World {
  readonly database: Database
  readonly outside: Outside
  readonly clock: Clock
}

/** Work that is done by the clock, for the whole installation; what it misses, its next time makes good. */
export interface Timed {
  readonly name: string
  /** As in crontab(5), in UTC. */
  readonly cron: string
  work(world: World): Promise<void>
}

/** All that is done by the clock. */
export const timetable: readonly Timed[] = Object.freeze([
  {
    name: 'chainaudit',
    cron: '* * * * *',
    work: ({ database }) =>
      eachOrganisation(database, async (organisationId) => {
        await chainAudit(database, organisationId)
      }),
  },
  {
    name: 'sendreminders',
    cron: '*/2 * * * *',
    work: ({ database, outside, clock }) =>
      eachOrganisation(database, async (organisationId) => {
        const failures: unknown[] = []
        await inBatches(remindersInBatch, async () => {
          const now = clock.now()
          const given = await database.write(organisationId, (db) =>
            giveReminders(db, { now, isMailed: outside.mail !== undefined }),
          )
          failures.push(...given.failures)
          return given.seen
        })
        if (failures.length > 0) throw failures[0]
      }),
  },
  {
    name: 'senddigests',
    cron: '*/10 * * * *',
    async work({ database, outside, clock }) {
      if (!outside.mail) return
      await eachOrganisation(database, (organisationId) =>
        inBatches(digestsInBatch, () =>
          database.write(organisationId, (db) => queueDigests(db, clock.now())),
        ),
      )
    },
  },
  {
    name: 'fillsearch',
    cron: '* * * * *',
    work: ({ database }) =>
      eachOrganisation(database, (organisationId) =>
        inBatches(searchedInBatch, async () => {
          const [filled] = await database.write(organisationId, (db) =>
            fillSearch(db, { most: searchedInBatch }),
          )
          return filled?.taken ?? 0
        }),
      ),
  },
  {
    name: 'forgetlapsed',
    cron: '17 * * * *',
    work: ({ database, clock }) =>
      eachOrganisation(database, (organisationId) =>
        database.write(organisationId, async (db) => {
          const lapsed = { now: clock.now() }
          void deleteLapsedCalls(db, lapsed)
          void deleteLapsedSignIns(db, lapsed)
          void deleteLapsedChallenges(db, lapsed)
          forgetLapsedVisits(db, lapsed.now)
        }),
      ),
  },
  {
    name: 'sweepunfinishedfiles',
    cron: '41 * * * *',
    async work({ outside }) {
      await outside.documents.store.sweep()
    },
  },
])

const batchesAtOnce = 20
const searchedInBatch = 5000

/** Works batch by batch, each in its own transaction, until one is not full; so many at most, the rest next time. */
async function inBatches(full: number, batch: () => Promise<number>): Promise<void> {
  for (let batches = 0; batches < batchesAtOnce; batches += 1) if ((await batch()) < full) return
}

/** What fails in one organisation keeps no other waiting; the first failure is thrown in the end. */
async function eachOrganisation(
  database: Database,
  work: (organisationId: number) => Promise<void>,
): Promise<void> {
  const organisations = await organisationsByName(database)
  const failures: unknown[] = []
  for (const { organisationId } of organisations.values())
    await work(organisationId).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
