import { findDay, inWords, nations } from '#domain/calendar/index.ts'
import { simulate, type SampleEvent } from '#domain/simulation/index.ts'
import { command, type Command } from '#commands/command.ts'
import { whenReceived } from '#commands/deadline/deadline-kinds.ts'
import { words } from '#commands/kinds.ts'
import { optional, repeated } from '#commands/part.ts'
import { kind, type Kind } from '#kernel/kind.ts'
import { choice } from '#kernel/kinds.ts'
import { systemClock } from '#platform/clock.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { findSource, sourceOperands, sourceOptions } from './case-type-files.ts'
import { simulationInWords } from './simulation-in-words.ts'

const sampleEvent: Kind<SampleEvent> = kind({
  name: 'event with its date',
  schema: { type: 'string' },
  read(text) {
    const [, name = '', on = '', until] = /^([\w-]+)=([\d-]+)(?:\/([\d-]+))?$/.exec(text) ?? []
    const isRead = [on, until ?? on].every((date) => findDay(date) !== undefined)
    if (!isRead) return { fault: 'must be an event and its day, such as acknowledged=2031-05-09' }
    return { value: until === undefined ? { name, on } : { name, on, until } }
  },
  good: ['acknowledged=2031-05-09', 'school_closed=2031-07-24/2031-09-01'],
  bad: ['', 'acknowledged', 'acknowledged=2031-02-30', '=2031-05-09'],
})

/** Walks a sample case through a case type's procedure. */
export const simulateCommand: Command = command({
  name: 'case-type simulate',
  summary: 'Walk a sample case through, and show its stages, tasks, letters and dates.',
  notes: [
    'Each stage ends on the last day that its target allows, by the outcome that an ordinary case takes: the first that leads to something new. Nothing is stored.',
  ],
  operands: sourceOperands,
  options: {
    ...sourceOptions,
    received: optional(whenReceived, {
      placeholder: 'WHEN',
      meaning: 'When the case is received: a date, or a time; today without it.',
    }),
    nation: optional(choice(...nations), {
      placeholder: 'NATION',
      meaning: `The nation of the body: ${nations.join(', ')}; england without it.`,
    }),
    take: repeated(words, {
      least: 0,
      placeholder: 'OUTCOME',
      meaning: 'An outcome to take, once for each stage in turn; TRACK:OUTCOME of another track.',
    }),
    begin: repeated(words, {
      least: 0,
      placeholder: 'TRACK',
      meaning: 'A track to begin that does not begin by itself.',
    }),
    event: repeated(sampleEvent, {
      least: 0,
      placeholder: 'NAME=VALUE',
      meaning: 'Something that happens, and its day.',
    }),
  },
  example: 'case-type simulate complaint.json --received 2031-05-09 --take escalated',
  async run({ received, nation = 'england', take, begin, event: events, ...source }, desk) {
    const caseType = await findSource(source, desk)
    const course = {
      received: received ?? { on: writeLocalDate(systemClock.now()) },
      nation,
      take,
      begin,
      events,
    }
    const simulation = simulate(caseType.procedure, course)
    const heading = `${caseType.label}, received on ${inWords(simulation.receivedOn)}`
    return {
      json: { caseType: caseType.name, ...simulation },
      text: [heading, simulationInWords(simulation)].join('\n\n'),
    }
  },
})
