import { resetFactors } from '#domain/second-factors/index.ts'
import { command, type Command } from '#commands/command.ts'
import { counted } from '#commands/counted.ts'
import { actor, change, enter, organisation } from '#commands/in-organisation.ts'
import { person, staffNamed } from './user-skill.ts'

/** Removes the second factors of somebody who has lost them. */
export const resetUserFactors: Command = command({
  name: 'user reset-factors',
  summary: 'Remove the second factors of a person who has lost them.',
  notes: [
    'Passkeys, authenticator app and recovery codes go, and the person is signed out everywhere and told by mail. Be sure first that it is they who ask.',
  ],
  operands: { person },
  options: { organisation },
  example: 'user reset-factors sam.dee@demo.example --organisation demo',
  async run({ person: name, organisation: of }, desk) {
    const place = await enter(desk, of)
    const reset = await change(place, resetUserFactors.name, async (db, now) => {
      const { userId, userName } = await staffNamed(db, name)
      const came = await resetFactors(db, { userId, userName, by: actor(), now })
      return { result: { userName, ...came }, particulars: { userId, ...came } }
    })
    const { userName, factors } = reset
    return {
      json: reset,
      text: `${userName} had ${counted(factors, 'second factor')}, and has none now.`,
    }
  },
})
