import { writeLocalDate } from '#platform/local-time.ts'
import type { Database } from '#platform/database.ts'
import { addApiKeyDays, type UsedDay } from './queries.ts'

/** One call with a key: whose, and whether it was refused. */
export interface KeyUse {
  readonly organisationId: number
  readonly apiKeyId: number
  readonly isRefused: boolean
  readonly at: Date
}

/** What keys are used for, counted in memory so that no call waits for it. */
export interface KeyUses {
  note(use: KeyUse): void
  /** Writes down what was counted since; what cannot be written stays counted. */
  write(): Promise<void>
}

interface Counted {
  readonly organisationId: number
  readonly apiKeyId: number
  readonly day: string
  answered: number
  refused: number
  lastAt: number
}

/** Counts what keys are used for, until it is written. */
export function keyUses(database: Database): KeyUses {
  let counts = new Map<string, Counted>()
  const add = (more: Counted): void => {
    const name = `${more.organisationId} ${more.apiKeyId} ${more.day}`
    const held = counts.get(name)
    if (!held) return void counts.set(name, more)
    held.answered += more.answered
    held.refused += more.refused
    held.lastAt = Math.max(held.lastAt, more.lastAt)
  }
  return Object.freeze<KeyUses>({
    note({ organisationId, apiKeyId, isRefused, at }) {
      const [answered, refused] = isRefused ? [0, 1] : [1, 0]
      const day = writeLocalDate(at)
      add({ organisationId, apiKeyId, day, answered, refused, lastAt: at.getTime() })
    },
    async write() {
      const taken = Map.groupBy(counts.values(), ({ organisationId }) => organisationId)
      counts = new Map()
      const outcomes = await Promise.allSettled(
        Array.from(taken, async ([organisationId, days]) => {
          try {
            await database.write(organisationId, (db) =>
              addApiKeyDays(db, { days: days.map(told) }),
            )
          } catch (error) {
            for (const each of days) add(each)
            throw error
          }
        }),
      )
      const failed = outcomes.find((each) => each.status === 'rejected')
      if (failed) throw failed.reason
    },
  })
}

const told = ({ apiKeyId, day, answered, refused, lastAt }: Counted): UsedDay => ({
  apiKeyId,
  day,
  answered,
  refused,
  lastAt: new Date(lastAt).toISOString(),
})
