import { checkNow } from '#domain/audit/index.ts'
import { organisationsByName } from '#domain/organisations/index.ts'
import { command, type Command, type Desk } from '#commands/command.ts'
import { actor, enter, organisation } from '#commands/in-organisation.ts'
import { count, number, words } from '#commands/kinds.ts'
import { optional } from '#commands/part.ts'
import { listAuditEntries } from '#commands/queries.ts'
import { moment, textTable } from '#commands/text-table.ts'
import type { Verification } from '#platform/audit-chain.ts'

const usualMost = 50

const show: Command = command({
  name: 'audit show',
  summary: 'Show the last entries of the audit: who did or saw what, and how it ended.',
  operands: {},
  options: {
    organisation,
    case: optional(number, { placeholder: 'N', meaning: 'Only entries about this case.' }),
    limit: optional(count, {
      placeholder: 'N',
      meaning: `The most entries to show; ${usualMost} without it.`,
    }),
  },
  example: 'audit show --organisation demo --case 100245',
  async run({ organisation: of, case: caseId = null, limit = usualMost }, desk) {
    const { installation, organisationId } = await enter(desk, of)
    const entries = await installation.database.read(organisationId, (db) =>
      listAuditEntries(db, { caseId, most: limit }),
    )
    const rows = entries.map((each) => [
      String(each.entryId),
      moment(each.occurredAt),
      each.actor,
      each.operation,
      each.outcome,
      String(each.caseId ?? ''),
      Object.keys(each.particulars).length > 0 ? JSON.stringify(each.particulars) : '',
    ])
    const headings = ['ENTRY', 'WHEN', 'WHO', 'OPERATION', 'OUTCOME', 'CASE', 'PARTICULARS']
    return { json: { entries }, text: textTable(headings, rows, 'The audit has no such entry.') }
  },
})

const verify: Command = command({
  name: 'audit verify',
  summary: 'Check that no entry of the audit was altered or removed; exit code 1 where one was.',
  notes: [
    'Every entry is linked to the one before by a hash. Note the last hash somewhere else: a chain that was made anew as a whole does not contain it.',
  ],
  operands: {},
  options: {
    organisation: optional(words, {
      placeholder: 'NAME',
      meaning: 'The organisation; without it all.',
    }),
  },
  example: 'audit verify --organisation demo',
  async run({ organisation: of }, desk) {
    const chains: Chain[] = []
    const { database, clock } = await desk.open()
    for (const { name, organisationId } of await organisationsToVerify(desk, of))
      chains.push(chainOf(name, await checkNow({ database, clock, organisationId }, actor())))
    const isWhole = chains.every((chain) => chain.isWhole)
    return {
      json: { isWhole, organisations: chains },
      text: chains.map(sentenceOf).join('\n') || 'There is no organisation, so there is no audit.',
      exitCode: isWhole ? 0 : 1,
    }
  },
})

async function organisationsToVerify(desk: Desk, name: string | undefined) {
  if (name !== undefined) return [(await enter(desk, name)).organisation]
  return (await organisationsByName((await desk.open()).database)).values()
}

interface Chain extends Verification {
  readonly organisation: string
  readonly isWhole: boolean
}

const chainOf = (organisation: string, verification: Verification): Chain => ({
  organisation,
  isWhole: verification.breaks.length === 0,
  ...verification,
})

const what = {
  altered: 'was altered',
  missing: 'is missing',
  'link missing': 'has no link before it',
} as const

function sentenceOf({ organisation, isWhole, linked, waiting, head, breaks }: Chain): string {
  const young = waiting > 0 ? ` (${waiting} more wait to be linked)` : ''
  if (isWhole && linked === 0)
    return `${organisation}: the chain is whole: it has no entry${young}.`
  if (isWhole)
    return `${organisation}: the chain is whole: ${linked} entries${young}, the last hash ${head}.`
  const shown = breaks.map(
    (each) => `  entry ${each.entryId}, link ${each.position}: ${what[each.what]}`,
  )
  return [`${organisation}: the chain of ${linked} entries is broken:`, ...shown].join('\n')
}

export const auditCommands = [show, verify]
