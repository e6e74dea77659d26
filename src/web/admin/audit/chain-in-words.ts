import type { listAudit } from '#domain/audit/index.ts'
import { whoInWords } from '#web/admin/who-in-words.ts'
import { dateAndTime } from '#web/layout/times.ts'

/** What is said of the chain: whether it is whole, since when that is known, and what does not fit it. */
export type ChainInWords = {
  readonly standing: string
  readonly isBroken: boolean
  readonly breaks: readonly string[]
  readonly isChecking: boolean
}

type Last = Awaited<ReturnType<(typeof listAudit)['handle']>>['last']

const what = {
  altered: 'was altered',
  missing: 'is missing',
  'link missing': 'has no link before it',
} as const

/** Says what the last check of the chain came to. */
export const chainInWords = (last: Last, isChecking: boolean): ChainInWords => {
  const breaks = (last?.breaks ?? []).map(
    (each) => `Entry ${each.entryId}, link ${each.position}, ${what[each.what]}.`,
  )
  return { standing: standingOf(last), isBroken: breaks.length > 0, breaks, isChecking }
}

const standingOf = (last: Last): string => {
  if (!last) return 'The chain has not been checked yet.'
  const { finishedAt, askedBy, linked, breaks, head } = last
  const checked = `It was last checked on ${dateAndTime(finishedAt)}; ${whoInWords(askedBy)} asked for that.`
  if (breaks.length > 0) return `The chain is broken. ${checked}`
  const size = linked === 1 ? '1 entry' : `${linked.toLocaleString('en-GB')} entries`
  return linked === 0
    ? `The chain is whole: it has no entry. ${checked}`
    : `The chain is whole: ${size}. ${checked} The last hash is ${head}.`
}
