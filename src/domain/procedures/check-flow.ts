import type { Procedure, ProcedureStage, StageOutcome, Track } from './procedure.ts'
import { following, nextStage, placedStages, reachableStages, reached } from './walk.ts'

/** What is wrong with the ways through a procedure. */
export const checkFlow = (procedure: Procedure): readonly string[] => [
  ...checkMain(procedure),
  ...procedure.tracks.flatMap((track) => [
    ...track.stages.flatMap((stage) => checkOutcomes(procedure, track, stage)),
    ...checkReach(procedure, track),
    ...checkEnds(track),
  ]),
  ...checkNumbers(procedure),
  ...checkReopenings(procedure),
]

function checkMain({ tracks }: Procedure): readonly string[] {
  const [main] = tracks
  if (!main) return ['There is no track: name at least one stage']
  return main.begins === 'opening'
    ? []
    : [`Track ${main.code} is the main one and must begin at opening: put it so, or name it later`]
}

function checkOutcomes(
  procedure: Procedure,
  track: Track,
  { code, outcomes }: ProcedureStage,
): readonly string[] {
  if (outcomes.length === 0)
    return [`Stage ${code} has no outcome, so it cannot end: add one that leads on or to closure`]
  return outcomes.flatMap((outcome) => {
    const faults = [checkLink(procedure, track, outcome) ?? [], ...checkBegun(procedure, outcome)]
    return faults.flat().map((fault) => `Stage ${code}: the outcome ${outcome.code} ${fault}`)
  })
}

function checkBegun({ tracks }: Procedure, { begins = [], leadsTo }: StageOutcome) {
  const possible = tracks.filter((track) => track.begins === 'by hand').map(({ code }) => code)
  const known = possible.join(', ') || 'none'
  const unknown = begins.filter((code) => !possible.includes(code))
  return [
    ...unknown.map(
      (code) => `begins ${code}, which is no track that begins by hand: there are ${known}`,
    ),
    ...(leadsTo === 'closure' && begins.length > 0
      ? ['closes the case and begins a track: let it lead to a stage']
      : []),
  ]
}

function checkLink({ tracks }: Procedure, track: Track, outcome: StageOutcome): string | undefined {
  const next = nextStage(outcome)
  if (next === undefined)
    return outcome.leadsTo === 'track end' && track === tracks[0]
      ? 'ends the main track and leaves the case open: let it lead to closure'
      : undefined
  if (track.stages.some(({ code }) => code === next)) return undefined
  const elsewhere = tracks.find(({ stages }) => stages.some(({ code }) => code === next))
  const known = track.stages.map(({ code }) => code).join(', ')
  return elsewhere
    ? `leads to the stage ${next}, which is in the track ${elsewhere.code}: lead to a stage of its own track, ${track.code}`
    : `leads to the stage ${next}, which is not there: the stages of ${track.code} are ${known}`
}

function checkReach(procedure: Procedure, track: Track): readonly string[] {
  const reachable = reachableStages(procedure, track)
  return track.stages
    .filter(({ code }) => !reachable.has(code))
    .map(
      ({ code }) =>
        `Stage ${code} is never reached: let an outcome of another stage of ${track.code} lead to it, or leave it out`,
    )
}

/** A stage that has faults of its own counts as an end here, so that each fault is told once. */
function checkEnds({ code: name, stages }: Track): readonly string[] {
  const codes = new Set(stages.map(({ code }) => code))
  const ending = stages
    .filter(
      (stage) =>
        stage.outcomes.length === 0 ||
        stage.outcomes.some((outcome) => !codes.has(nextStage(outcome) ?? '')),
    )
    .map(({ code }) => code)
  const before = (code: string) =>
    stages.filter((stage) => following(stage).includes(code)).map((stage) => stage.code)
  const ends = reached(ending, before)
  const endless = stages.map(({ code }) => code).filter((code) => !ends.has(code))
  return endless.length === 0
    ? []
    : [
        `From ${endless.join(', ')} of ${name} no end can be reached: let an outcome of one of them lead to closure`,
      ]
}

const mostNumbers = 4

/** The wire shows stages by number, those of the main track only (contract 6.7). */
function checkNumbers({ tracks }: Procedure): readonly string[] {
  const [main, ...others] = tracks
  const numbered = (main?.stages ?? []).filter(({ number }) => number !== undefined)
  const twice = numbered.filter(({ number }, at) =>
    numbered.slice(0, at).some((earlier) => earlier.number === number),
  )
  // where none has one, none is meant to be shown
  const isShort = numbered.length > 0 && numbered.length < mostNumbers
  const silent = isShort ? (main?.stages ?? []).filter((stage) => !numbered.includes(stage)) : []
  return [
    ...silent.map(
      ({ code }) =>
        `Stage ${code} has no number, as others have: while a case is in it programs see neither a stage nor its dates. Give it one from 1 to ${mostNumbers}`,
    ),
    ...twice.map(
      ({ code, number }) => `Stage ${code} has the number ${number} of another: give each its own`,
    ),
    ...others.flatMap(({ code: track, stages }) =>
      stages
        .filter(({ number }) => number !== undefined)
        .map(
          ({ code }) =>
            `Stage ${code} of ${track} has a number, which only stages of the main track show: leave it out`,
        ),
    ),
  ]
}

function checkReopenings(procedure: Procedure): readonly string[] {
  const { reopenings, latePapers, tracks } = procedure
  const placed = placedStages(procedure)
  const lost = reopenings.filter(
    ({ track, stage }) =>
      !placed.some((each) => each.track.code === track && each.stage.code === stage),
  )
  const known = reopenings.map(({ code }) => code).join(', ') || 'none'
  const { reopening, reopensWithinDays } = latePapers
  return [
    ...lost.map(({ code, track, stage }) =>
      tracks.some((each) => each.code === track)
        ? `Reopening ${code} leads to the stage ${stage}, which ${track} does not have`
        : `Reopening ${code} names the track ${track}, which is not there`,
    ),
    ...(reopening !== undefined && !reopenings.some(({ code }) => code === reopening)
      ? [`Late papers are to reopen by ${reopening}, which is no reopening: there are ${known}`]
      : []),
    ...(reopensWithinDays !== undefined && reopening === undefined
      ? [
          'Late papers are to reopen a case and do not say how: name a reopening, or leave the days out',
        ]
      : []),
  ]
}
