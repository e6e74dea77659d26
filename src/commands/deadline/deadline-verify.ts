import { readFile } from 'node:fs/promises'
import {
  explain,
  explanationInWords,
  verifyVectors,
  type Verified,
  type VerifiedRow,
} from '#domain/deadlines/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { path } from '#commands/kinds.ts'
import { required } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'

/** Compares a file of examples with what the rules make of them. */
export const verify: Command = command({
  name: 'deadline verify',
  summary: 'Compare the dates in a file with those that the rules give.',
  notes: [
    'The file is comma-separated (RFC 4180, UTF-8) with the columns `id`, `rule`, `nation`, `received`, `events`, `expected_due`, `basis` and `reason`; events are written `name=date;name=date`, and `PAUSED` stands where a question is open. It needs no database and no installation.',
    'The exit code is 1 if a date differs or a row cannot be read. Every question counts here, even one asked after the date then due, and extensions of complaints are taken as given, as examples of this form are made; to cases, the calculator and deadline due such a question moves nothing and such an extension is refused. Where that makes another date, it is told.',
  ],
  operands: { file: required(path, { placeholder: 'FILE', meaning: 'The file of examples.' }) },
  options: {},
  example: 'deadline verify test/vectors/deadline-vectors.csv',
  async run({ file }) {
    const verified = verifiedFile(await textOf(file))
    const { rows, unreadable } = verified
    const differing = rows.filter(({ agrees }) => !agrees)
    const isWell = differing.length === 0 && unreadable.length === 0 && rows.length > 0
    return {
      json: {
        rows: rows.map(shown),
        unreadable,
        agreeing: rows.length - differing.length,
        differing: differing.length,
      },
      text: asText(verified, differing),
      ...(isWell ? {} : { exitCode: 1 as const }),
    }
  },
})

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFault(`${file} cannot be read: ${error.code ?? error.message}.`)
  })

function verifiedFile(csv: string): Verified {
  try {
    return verifyVectors(csv)
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CommandFault(`The file is not one of examples: ${error.message}.`)
    throw error
  }
}

const shown = (row: VerifiedRow) => ({
  id: row.vector.id,
  rule: row.vector.rule,
  expected: row.vector.expected,
  computed: row.computed,
  agrees: row.agrees,
  ...(row.otherwise === undefined ? {} : { otherwise: row.otherwise }),
  ...(row.agrees ? {} : { reason: row.vector.reason, explanation: reasonsOf(row) }),
})

const reasonsOf = ({ deadline, computed }: VerifiedRow): readonly string[] =>
  deadline ? explanationInWords(explain(deadline), 'staff') : [computed]

function asText({ rows, unreadable }: Verified, differing: readonly VerifiedRow[]): string {
  const table = textTable(
    ['ID', 'RULE', 'EXPECTED', 'COMPUTED', ''],
    rows.map(({ vector, computed, deadline, agrees }) => [
      vector.id,
      vector.rule,
      vector.expected,
      // a sentence would push the columns apart; it stands below
      deadline ? computed.replace(/ \(provisional:.*/, ' (provisional)') : 'refused',
      agrees ? 'agrees' : 'DIFFERS',
    ]),
    'There is no row that can be read.',
  )
  const explained = differing.map((row) =>
    [
      `${row.vector.id} expects ${row.vector.expected}: ${row.vector.reason}`,
      ...reasonsOf(row).map((sentence) => `  ${sentence}`),
    ].join('\n'),
  )
  const late = rows
    .filter(({ otherwise }) => otherwise !== undefined)
    .map(
      ({ vector: { id }, otherwise }) =>
        `${id}: a question was asked after the date then due. It counts here; to a case and to deadline due it moves nothing, which makes ${otherwise}.`,
    )
  const faults = unreadable.map(
    ({ line, id, fault }) => `Line ${line} (${id}) cannot be read: ${fault}`,
  )
  const agreeing = rows.length - differing.length
  const sum = `${agreeing} of ${rows.length + unreadable.length} rows agree; ${differing.length} differ, ${unreadable.length} cannot be read.`
  return [table, ...explained, ...late, ...faults, sum].join('\n\n')
}
