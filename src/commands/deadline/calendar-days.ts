import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { readCalendarFile, type FileDays } from '#domain/calendar/index.ts'
import { CommandFault } from '#commands/fault.ts'

/** The bank holidays and sitting days of a file, or of standard input; throws CommandFault with all its faults. */
export async function daysOf(file: string): Promise<FileDays> {
  const read = readCalendarFile(await contentsOf(file))
  if ('faults' in read) throw new CommandFault(`${file} cannot be used. ${read.faults.join(' ')}`)
  return read
}

async function contentsOf(file: string): Promise<string> {
  if (file === '-') return textOf(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new CommandFault(`${file} cannot be read.`)
  }
}
