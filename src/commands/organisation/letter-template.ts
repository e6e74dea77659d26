import { readFile } from 'node:fs/promises'
import type { Change } from '#domain/change-log/index.ts'
import {
  letterInLog,
  letterTemplates,
  listLetterTemplates,
  mergeFields,
  mergePrefixes,
  readTemplate,
  saveTemplate,
  writeTemplate,
  type LetterTemplate,
} from '#domain/letters/index.ts'
import { bulleted } from '#commands/case-type/case-type-files.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation, type Place } from '#commands/in-organisation.ts'
import { path, words } from '#commands/kinds.ts'
import { repeated, required } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'

const read = ({ installation, organisationId }: Place): Promise<readonly LetterTemplate[]> =>
  installation.database.read(organisationId, letterTemplates)

const list: Command = command({
  name: 'letter-template list',
  summary: 'List the letters and e-mails that can be written.',
  operands: {},
  options: { organisation },
  example: 'letter-template list --organisation demo',
  async run({ organisation: of }, desk) {
    const place = await enter(desk, of)
    const templates = (await read(place)).map(({ code, name, channel }) => ({
      code,
      name,
      channel,
    }))
    const rows = templates.map(({ code, name, channel }) => [code, name, channel])
    const empty = `There is no letter yet; bring one in: ${desk.casewright} letter-template set FILE --organisation ${place.organisation.name}`
    return { json: { templates }, text: textTable(['CODE', 'NAME', 'CHANNEL'], rows, empty) }
  },
})

const show: Command = command({
  name: 'letter-template show',
  summary: 'Print a letter as letter-template set takes it.',
  operands: { code: required(words, { placeholder: 'CODE', meaning: 'The letter, by its code.' }) },
  options: { organisation },
  example: 'letter-template show ACK --organisation demo > ack.txt',
  async run({ code, organisation: of }, desk) {
    const templates = await read(await enter(desk, of))
    const found = templates.find((each) => each.code.toLowerCase() === code.toLowerCase())
    if (found) return { json: found, text: writeTemplate(found) }
    throw new CommandFault(
      (casewright) =>
        `There is no letter "${code}"; ${casewright} letter-template list shows those there are.`,
    )
  },
})

const fields = [
  ...Object.entries(mergeFields),
  ...Object.entries(mergePrefixes).map(([prefix, what]) => [`${prefix}…`, what] as const),
]

const set: Command = command({
  name: 'letter-template set',
  summary: 'Keep letters from files, new ones and in place of those of the same code.',
  notes: [
    'A file begins with the lines Code, Name, Channel (email or letter), Subject and Records (what happens to the clock of a case by the letter being sent, such as acknowledged or extension_notified), each with a colon and its value; then come an empty line and the text. Letters that are drafted already stay as they are.',
    `Between double braces stands what is put in when a letter is sent: ${fields
      .map(([name, what]) => `{{${name}}} ${what}`)
      .join('; ')}.`,
  ],
  operands: {
    files: repeated(path, { least: 1, placeholder: 'FILE', meaning: 'A file for each letter.' }),
  },
  options: { organisation },
  example: 'letter-template set ack.txt --organisation demo',
  async run({ files, organisation: of }, desk) {
    const templates = await readAll(files)
    const place = await enter(desk, of)
    const codes = await change(place, set.name, async (db, now) => {
      const held = await listLetterTemplates(db, {})
      const changes: Change[] = []
      for (const template of templates) {
        const [row] = await saveTemplate(db, { ...template, now })
        if (!row) throw new Error('A letter was not kept')
        const before = held.find(({ code }) => code === row.code)
        changes.push({
          kind: 'letter template',
          subject: row.code,
          before: before ? letterInLog(before) : null,
          after: letterInLog(template),
        })
      }
      const saved = changes.map(({ subject }) => subject)
      return { result: saved, particulars: { codes: saved }, changes }
    })
    const text = codes.map((code) => `The letter ${code} is kept.`).join('\n')
    return { json: { codes }, text }
  },
})

/** Reads every file; either all of them can be kept or none is. */
async function readAll(files: readonly string[]): Promise<readonly LetterTemplate[]> {
  const templates: LetterTemplate[] = []
  const faults: string[] = []
  for (const file of files) {
    const read = readTemplate(await textOf(file))
    if ('template' in read) templates.push(read.template)
    else faults.push(...read.faults.map((fault) => `${file}: ${fault}`))
  }
  if (faults.length === 0) return templates
  throw new CommandFault(`No letter was kept. Mend these faults:\n${bulleted(faults)}`)
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFault(`The file ${file} cannot be read (${error.code}).`)
  })

export const letterTemplateCommands = [list, show, set]
