import { inWords } from '#domain/calendar/index.ts'
import type { SimulatedStep, Simulation } from '#domain/simulation/index.ts'

type Deadline = Simulation['deadlines'][number]

/** A day, or a moment of a rule that counts hours. */
const dated = (due: string): string =>
  due.length > 10 ? `${inWords(due.slice(0, 10))}, ${due.slice(11, 16)}` : inWords(due)

const deadlineLine = ({ name, isTarget, rule, due, because }: Deadline): string =>
  [
    `${name}: ${due === undefined ? 'no date yet' : dated(due)}`,
    ...(rule === undefined ? [] : [`by ${rule}`]),
    ...(isTarget ? ['the target'] : []),
    ...(because === undefined ? [] : [because]),
  ].join(', ')

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`   ${title}:`, ...lines.map((line) => `   - ${line}`)]

const by = (due: string | undefined): string => (due === undefined ? '' : `, by ${inWords(due)}`)

function stepLines(step: SimulatedStep, at: number): readonly string[] {
  const { track, stage, name, status, customerStatus, conditions, outcome, leadsTo, begins } = step
  const ends = `${outcome} on ${inWords(step.endedOn)}`
  return [
    `${at + 1}. ${name} (${track}: ${stage}), from ${inWords(step.startedOn)}`,
    `   Status: ${status}; the customer reads: ${customerStatus}`,
    ...titled('Deadlines', step.deadlines.map(deadlineLine)),
    ...titled(
      'Tasks',
      step.tasks.map(({ code, title, due }) => `${title} (${code})${by(due)}`),
    ),
    ...titled(
      'Letters',
      step.letters.map(
        ({ code, title, due }) =>
          `${code}, when the ${title.replace('stage ', 'stage has ')}${by(due)}`,
      ),
    ),
    ...titled('Before it ends', conditions),
    `   Ends: ${ends}, which leads to ${leadsTo}${begins.map((code) => `, and begins ${code}`).join('')}`,
  ]
}

/** A simulation as text. */
export function simulationInWords({ deadlines, steps, closedOn }: Simulation): string {
  const ofCase = deadlines.map((each) => `- ${deadlineLine(each)}`)
  const blocks = [
    ...(ofCase.length > 0 ? [['Deadlines of the case:', ...ofCase]] : []),
    ...steps.map(stepLines),
    ...(closedOn === undefined ? [] : [[`The case is closed on ${inWords(closedOn)}.`]]),
  ]
  return blocks.map((lines) => lines.join('\n')).join('\n\n')
}
