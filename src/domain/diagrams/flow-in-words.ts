import {
  begunWith,
  conditionInWords,
  namesIn,
  nextStage,
  stageOf,
  type NameOf,
  type Procedure,
  type ProcedureStage,
  type StageOutcome,
  type Track,
} from '#domain/procedures/index.ts'

/** The flow of a procedure as an ordered list of its stages, each with what leads on from it. */
export function flowInWords(procedure: Procedure): string {
  const nameOf = namesIn(procedure)
  const tracks = procedure.tracks.map((track) => trackInWords(procedure, track, nameOf))
  const others = [
    ...procedure.endings.map(({ label }) => `- ${label}: the case is closed from any stage`),
    ...procedure.reopenings.map(
      ({ label, stage, withinDays }) =>
        `- ${label}: a closed case is opened again at ${nameOf('stage', stage)}${withinDays === undefined ? '' : ` within ${withinDays} days`}`,
    ),
  ]
  return [...tracks, ...(others.length > 0 ? [['Besides:', ...others].join('\n')] : [])].join(
    '\n\n',
  )
}

function trackInWords(procedure: Procedure, track: Track, nameOf: NameOf): string {
  const begun = track.begins === 'opening' ? 'begins with the case' : 'begun by hand'
  const stages = track.stages.flatMap((stage, at) => [
    `${at + 1}. ${stage.name} (${stage.code}). Status: ${stage.status}.${beginsIf(stage, nameOf)}`,
    ...stage.outcomes.map(
      (outcome) =>
        `   - ${leads(procedure, track, outcome)}${begins(procedure, outcome)}${endsIf(stage, nameOf)}`,
    ),
  ])
  return [`${track.name}, ${begun}:`, ...stages].join('\n')
}

function leads(procedure: Procedure, track: Track, outcome: StageOutcome): string {
  const next = nextStage(outcome)
  if (next === undefined)
    return `${outcome.label}: ${outcome.leadsTo === 'closure' ? 'the case is closed' : 'the track ends'}`
  const at = track.stages.findIndex(({ code }) => code === next)
  const name = stageOf(procedure, track.code, next)?.name
  return `${outcome.label}: on to ${name === undefined ? `${next}, which is not there` : `${at + 1}, ${name}`}`
}

const begins = (procedure: Procedure, outcome: StageOutcome): string =>
  begunWith(procedure, outcome)
    .map(({ track }) => `, and ${track.name} begins`)
    .join('')

const beginsIf = ({ entry }: ProcedureStage, nameOf: NameOf): string =>
  entry.length === 0
    ? ''
    : ` Begins only with: ${entry.map((each) => conditionInWords(each, nameOf)).join('; ')}.`

const endsIf = ({ exit }: ProcedureStage, nameOf: NameOf): string =>
  exit.length === 0
    ? ''
    : ` (needs ${exit.map((each) => conditionInWords(each, nameOf)).join('; ')})`
