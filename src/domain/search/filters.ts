import { typedDate } from '#domain/calendar/index.ts'
import { configuredCaseTypes, findCaseType } from '#domain/case-types/index.ts'
import { listTeamNames } from '#domain/people/index.ts'
import { choice, text } from '#kernel/kinds.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'

const word = text({ max: 200 })

/** The parameters of a search: what is sought, and what the cases found are narrowed to. */
export const searchParameters = {
  text: required(word, 'What to search for'),
  caseType: optional(word, 'Case type'),
  state: optional(choice('open', 'closed'), 'State'),
  teamCode: optional(word, 'Team'),
  from: optional(typedDate, 'Received on or after'),
  until: optional(typedDate, 'Received on or before'),
} as const

type Sent = Input<typeof searchParameters>

/** What the cases found are narrowed to, null for what is not; refuses a type or a team that there is not. */
export async function filtersOf(db: Reading, input: Sent) {
  const caseTypeId = await caseTypeOf(db, input)
  const teamId = await teamOf(db, input)
  const flaws = [caseTypeId, teamId, rangeOf(input)].filter(
    (found) => typeof found === 'object' && found !== null,
  )
  if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
  return {
    caseTypeId: typeof caseTypeId === 'number' ? caseTypeId : null,
    teamId: typeof teamId === 'number' ? teamId : null,
    isClosed: input.state === undefined ? null : input.state === 'closed',
    from: input.from ?? null,
    until: input.until ?? null,
  }
}

const unfit = (parameter: string, message: string): Flaw => ({
  parameter,
  kind: 'invalid',
  message,
})

async function caseTypeOf(db: Reading, { caseType }: Sent): Promise<number | Flaw | null> {
  if (caseType === undefined) return null
  const found = findCaseType(await configuredCaseTypes(db), caseType)
  return found?.caseTypeId ?? unfit('CaseType', 'Select a case type from the list')
}

async function teamOf(db: Reading, { teamCode }: Sent): Promise<number | Flaw | null> {
  if (teamCode === undefined) return null
  const found = (await listTeamNames(db, {})).find(({ code }) => code === teamCode)
  return found?.teamId ?? unfit('TeamCode', 'Select a team from the list')
}

const rangeOf = ({ from, until }: Sent): Flaw | null =>
  from !== undefined && until !== undefined && from > until
    ? unfit('Until', 'Received on or before must not be earlier than received on or after')
    : null
