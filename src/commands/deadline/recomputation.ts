import { setTimeout } from 'node:timers/promises'
import { listRecomputations, startRecomputation } from '#domain/recomputation/index.ts'
import { command, type Command } from '#commands/command.ts'
import { counted } from '#commands/counted.ts'
import {
  change,
  enter,
  operatingSystemUser,
  organisation,
  type Place,
} from '#commands/in-organisation.ts'
import { words } from '#commands/kinds.ts'
import { flag, optional } from '#commands/part.ts'
import { moment, textTable } from '#commands/text-table.ts'

const shown = 10

const latest = ({ installation, organisationId }: Place, most: number) =>
  installation.database.read(organisationId, (db) => listRecomputations(db, { most }))

type Recomputation = Awaited<ReturnType<typeof latest>>[number]

const progress: Command = command({
  name: 'calendar progress',
  summary: 'Show how far the recomputation of open cases has come.',
  operands: {},
  options: { organisation },
  example: 'calendar progress --organisation demo',
  async run({ organisation: of }, desk) {
    const recomputations = await latest(await enter(desk, of), shown)
    return { json: { recomputations }, text: inWords(recomputations) }
  },
})

const headings = ['NUMBER', 'REASON', 'BEGUN', 'FINISHED', 'CASES', 'LEFT', 'MOVED']

const inWords = (recomputations: readonly Recomputation[]): string =>
  textTable(
    headings,
    recomputations.map((each) => [
      String(each.recomputationId),
      each.reason,
      moment(each.requestedAt),
      each.finishedAt === null ? 'not yet' : moment(each.finishedAt),
      String(each.casesSeen),
      String(each.casesLeft),
      String(each.deadlinesMoved),
    ]),
    'Nothing has been recomputed.',
  )

const recompute: Command = command({
  name: 'deadline recompute',
  summary: 'Count the deadlines of all open cases anew, in the background.',
  notes: [
    'The worker of the server does it, batch by batch; where it is stopped it goes on when it is started again. What moves is kept with its old date.',
  ],
  operands: {},
  options: {
    organisation,
    reason: optional(words, { placeholder: 'REASON', meaning: 'Why.' }),
    watch: flag('Show how far it has come until it is finished; stopping that stops nothing else.'),
  },
  example: 'deadline recompute --organisation demo --watch',
  async run({ organisation: of, reason = 'Asked for', watch }, desk) {
    const place = await enter(desk, of)
    const recomputationId = await change(place, recompute.name, async (db, now) => {
      const result = await startRecomputation(db, { reason, author: operatingSystemUser(), now })
      return { result, particulars: { recomputationId: result } }
    })
    const found = watch ? await watched(place, recomputationId) : undefined
    return {
      json: { recomputationId, ...(found ? { recomputation: found } : {}) },
      text: found
        ? inWords([found])
        : `Recomputation ${recomputationId} has been put in (see calendar progress).`,
    }
  },
})

const waitMilliseconds = 1000

async function watched(place: Place, recomputationId: number): Promise<Recomputation | undefined> {
  for (;;) {
    const found = (await latest(place, shown)).find(
      (each) => each.recomputationId === recomputationId,
    )
    if (!found || found.finishedAt !== null) return found
    process.stderr.write(`${counted(found.casesSeen, 'case')} seen, ${found.casesLeft} left\n`)
    await setTimeout(waitMilliseconds)
  }
}

export const recomputationCommands = [progress, recompute]
