import {
  caseTypeVersion,
  configuredCaseTypes,
  findCaseType,
  type CaseType,
} from '#domain/case-types/index.ts'
import { date, integer, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { startOfLocalDate, writeLocalDate, writeLocalDateTime } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { publishedAnswer } from './published-answer.ts'
import { inOrderOfName, publishedFields, type PublishedCase } from './published-case.ts'
import { listPublished, listPublishedOfType } from './queries.ts'

const mostCases = 5000
const firstDay = '0001-01-02'
const position = integer({ min: 0, max: 2_000_000_000 })

/** The cases flagged for publication, newest first; nothing about people is ever read (contract 6.13). */
export const getCases = operation({
  name: 'getcases',
  summary: 'List the published cases',
  effect: 'read',
  permission: 'case.disclosure.list',
  parameters: {
    type: optional(shortText, 'Type of case'),
    from: optional(date, 'Received on or after'),
    until: optional(date, 'Received on or before'),
    days: optional(integer({ min: 0, max: 100_000 }), 'Received so many days back'),
    fromseq: optional(position, 'First position in the list', 'fromseq'),
    toseq: optional(position, 'Last position in the list', 'toseq'),
  },
  errors: [],
  returns: publishedAnswer,
  examples: [
    { Type: 'InformationRequest', From: '2025-06-01' },
    { Days: '365', fromseq: '1', toseq: '10' },
  ],

  async handle({ input, db, now }) {
    const today = writeLocalDate(now)
    const { days, type, from = days === undefined ? firstDay : daysBefore(today, days) } = input
    const range = { from, until: input.until ?? today, ...sequence(input) }
    const rows = await rowsOf(db, range, type)
    return Promise.all(rows.map(async (row) => toPublished(row, await caseTypeVersion(db, row))))
  },
})

function daysBefore(day: string, days: number): string {
  const noon = (startOfLocalDate(day)?.getTime() ?? 0) + 43_200_000
  const past = noon - days * 86_400_000
  return past < Date.parse('0001-01-03') ? firstDay : writeLocalDate(new Date(past))
}

/** Positions count from 1, both ends included. */
function sequence({ fromseq = 1, toseq }: { fromseq?: number; toseq?: number }) {
  const first = Math.max(fromseq, 1)
  const wanted = toseq === undefined ? mostCases : toseq - first + 1
  return { skipped: first - 1, most: Math.min(Math.max(wanted, 0), mostCases) }
}

type Range = Parameters<typeof listPublished>[1]
type Rows = Awaited<ReturnType<typeof listPublished>>

async function rowsOf(db: Reading, range: Range, type: string | undefined): Promise<Rows> {
  if (type === undefined) return listPublished(db, range)
  const found = findCaseType(await configuredCaseTypes(db), type)
  return found ? listPublishedOfType(db, { ...range, caseTypeId: found.caseTypeId }) : []
}

const toPublished = (row: Rows[number], { label, fields }: CaseType): PublishedCase => ({
  caseId: String(row.caseId),
  type: label,
  label: row.label ?? '',
  receivedMethod: row.receivedMethod ?? '',
  receivedAt: writeLocalDateTime(row.receivedAt),
  receivedOn: row.receivedOn,
  createdAt: writeLocalDateTime(row.createdAt),
  status: row.status,
  rating: row.rating ?? '',
  attributes: attributesOf(row.answers, fields),
  classifications: row.classifications ?? [],
  files: inOrderOfName(row.files ?? []),
})

const flagField = 'PublishInTheDisclosureLog'

/** What a client reads of a published case: never nothing, since it needs the flag (contract 6.13). */
function attributesOf(answers: Readonly<Record<string, unknown>>, fields: CaseType['fields']) {
  const published = new Set(fields.filter((each) => each.isPublished).map(({ id }) => id))
  const told = publishedFields.flatMap((name) => {
    const answer = answers[name]
    return published.has(name) && typeof answer === 'string' && answer !== ''
      ? [[name, answer] as const]
      : []
  })
  return [...told, [flagField, 'Yes'] as const].toSorted(([one], [other]) => (one < other ? -1 : 1))
}
