import { caseTypeVersion } from '#domain/case-types/index.ts'
import { formalName } from '#domain/customers/index.ts'
import type { Answer } from '#kernel/answer.ts'
import { date, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { startOfLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { unknownUser } from './errors.ts'
import { findUserId, listCasesUsed } from './queries.ts'
import { daysAfter } from './received.ts'

/** A case of the list, under the names of the wire (contract 6.12). */
type RecentCase = Readonly<Record<'caseId' | 'displayLabel' | 'dateReceived' | 'status', string>>
type Used = Awaited<ReturnType<typeof listCasesUsed>>[number]

// each item is named `cases` in lower case within `Cases` (contract 6.12)
const answer: Answer<readonly RecentCase[]> = Object.freeze({
  toXml: (all: readonly RecentCase[]) => ({
    name: 'Cases',
    content: all.map((one) => ({
      name: 'cases',
      content: Object.entries(one).map(([name, content]) => ({ name, content })),
    })),
  }),
  toJson: (all: readonly RecentCase[]) => all,
  schema: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        caseId: { type: 'string' },
        displayLabel: { type: 'string' },
        dateReceived: { type: 'string', format: 'date' },
        status: { type: 'string' },
      },
    },
  },
})

/** The cases that a user used last, newest use first (contract 6.12). */
export const getRecentCaseList = operation({
  name: 'getrecentcaselist',
  summary: 'List the cases that a user used last',
  effect: 'read',
  permission: 'case.list.recent',
  isSensitive: true,
  parameters: {
    userName: required(shortText, 'User name'),
    until: optional(date, 'Only cases last used by this day'),
  },
  errors: [unknownUser],
  returns: answer,
  examples: [{ UserName: 'sdee' }, { UserName: 'sdee', Until: '2026-02-28' }],

  async handle({ input, db, refuse }): Promise<readonly RecentCase[]> {
    const user = await findUserId(db, { userName: input.userName.trim() })
    if (!user) throw refuse(unknownUser)
    const before = input.until ? startOfLocalDate(daysAfter(input.until, 1)) : undefined
    const used = await listCasesUsed(db, {
      userId: user.userId,
      before: before ?? null,
    })
    return Promise.all(used.map(async (one) => toRecentCase(one, await typeLabel(db, one))))
  },
})

const typeLabel = async (db: Reading, used: Used): Promise<string> =>
  (await caseTypeVersion(db, used)).label

/** A closed case adds stage and state to its status, such as `Upheld (Stage 1) (closed)`. */
function toRecentCase(used: Used, label: string): RecentCase {
  const closing = used.isClosed
    ? [...(used.stage === null ? [] : [`(Stage ${used.stage})`]), '(closed)']
    : []
  return {
    caseId: String(used.caseId),
    displayLabel: [label, used.caseId, formalName(used)].filter(Boolean).join(' '),
    dateReceived: used.receivedOn,
    status: [used.status, ...closing].join(' '),
  }
}
