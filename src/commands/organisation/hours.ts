import { changeHours, ownHours, readHours, type Hours } from '#domain/reminders/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter } from '#commands/in-organisation.ts'
import { words } from '#commands/kinds.ts'
import { optional, required } from '#commands/part.ts'
import { kind, type Kind } from '#kernel/kind.ts'

/** A time of day, such as 07:00. */
const timeOfDay: Kind<string> = kind({
  name: 'time of day',
  schema: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
  read: (value) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value.trim())
      ? { value: value.trim() }
      : { fault: 'must be a time of day, such as 07:00' },
  good: ['07:00', '23:59'],
  bad: ['7', '24:00', '7am', '07:60'],
})

const hours: Command = command({
  name: 'organisation hours',
  summary: 'Show or change when an organisation sends mail of its work.',
  notes: [
    'In the quiet hours, and on days without work, mail waits; notices are shown in the application at once. Times are local.',
  ],
  operands: {
    organisation: required(words, { placeholder: 'NAME', meaning: 'The organisation.' }),
  },
  options: {
    'quiet-from': optional(timeOfDay, {
      placeholder: 'HH:MM',
      meaning: 'When the quiet hours begin.',
    }),
    'quiet-until': optional(timeOfDay, { placeholder: 'HH:MM', meaning: 'When they end.' }),
    'digest-at': optional(timeOfDay, {
      placeholder: 'HH:MM',
      meaning: 'When the daily digest goes.',
    }),
  },
  example: 'organisation hours demo --quiet-from 18:00 --quiet-until 08:00 --digest-at 08:30',
  async run({ organisation, ...given }, desk) {
    const place = await enter(desk, organisation)
    const wanted = definedOf({
      quietFrom: given['quiet-from'],
      quietUntil: given['quiet-until'],
      digestAt: given['digest-at'],
    })
    const own = await change(place, hours.name, async (db) => {
      const before = await ownHours(db)
      const next = { ...before, ...wanted }
      refuseUnusable(next)
      if (Object.keys(wanted).length === 0) return { result: next, particulars: undefined }
      const [changed] = await changeHours(db, { hours: wanted })
      const result = readHours(changed?.settings ?? {})
      const subject = 'quiet hours and digest'
      const changes = [
        { kind: 'hours' as const, subject, before: { ...before }, after: { ...result } },
      ]
      return { result, particulars: wanted, changes }
    })
    const text = `${organisation} is quiet from ${own.quietFrom} to ${own.quietUntil}; its digest goes at ${own.digestAt}.`
    return { json: { organisation, ...own }, text }
  },
})

/** Mail must be able to go at some time of the day, and the digest at its own. */
function refuseUnusable({ quietFrom, quietUntil, digestAt }: Hours): void {
  if (quietFrom <= quietUntil)
    throw new CommandFault(
      `The quiet hours must begin after they end, in the evening; ${quietFrom} is not after ${quietUntil}.`,
    )
  if (digestAt < quietUntil || digestAt >= quietFrom)
    throw new CommandFault(
      `The digest would go at ${digestAt}, within the quiet hours from ${quietFrom} to ${quietUntil}.`,
    )
}

const definedOf = (given: Readonly<Record<keyof Hours, string | undefined>>): Partial<Hours> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

export const hoursCommands = [hours]
