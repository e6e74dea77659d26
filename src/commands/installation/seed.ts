import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { number, words } from '#commands/kinds.ts'
import { ownerOf } from '#commands/organisation/organisation.ts'
import { optional, required } from '#commands/part.ts'
import { OrganisationInUse, seedDemo, seedVolume } from '#seeding/index.ts'

const demo: Command = command({
  name: 'seed demo',
  summary: 'Make the demonstration organisation, with cases that belong to nobody.',
  notes: ['The first `npm start` has done it; where it exists nothing is changed.'],
  operands: {},
  options: {},
  example: 'seed demo',
  makesInstallation: true,
  async run(_, desk) {
    const { addresses, outside, clock } = await desk.open()
    const seeded = await seedDemo({
      owner: ownerOf(addresses),
      documents: outside.documents.store,
      now: clock.now(),
    })
    const text = seeded.isNew
      ? `The organisation ${seeded.organisation} is there, with ${seeded.cases} cases.`
      : `The organisation ${seeded.organisation} was there already; nothing was changed.`
    return { json: seeded, text }
  },
})

const volume: Command = command({
  name: 'seed volume',
  summary: 'Fill an organisation of its own with many cases, for measurements.',
  notes: ['Interrupted, it goes on where it stopped; called with a greater number, it fills up.'],
  operands: {},
  options: {
    cases: required(number, { placeholder: 'NUMBER', meaning: 'How many cases it is to have.' }),
    organisation: optional(words, {
      placeholder: 'NAME',
      meaning: 'The name of the organisation; `volume` without it.',
    }),
  },
  example: 'seed volume --cases 1000000',
  makesInstallation: true,
  async run({ cases, organisation = 'volume' }, desk) {
    const { addresses, clock } = await desk.open()
    try {
      const seeded = await seedVolume({
        owner: ownerOf(addresses),
        now: clock.now(),
        organisation,
        cases,
        onProgress: (done) => void process.stderr.write(`${done} of ${cases} cases\n`),
      })
      const text = `The organisation ${organisation} has its ${cases} cases; ${seeded.made} were made now.`
      return { json: seeded, text }
    } catch (error) {
      if (!(error instanceof OrganisationInUse)) throw error
      throw new CommandFault(error.message)
    }
  },
})

export const seedCommands = [demo, volume]
