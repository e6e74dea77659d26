import { nextStage, type Procedure, type Track } from '#domain/procedures/index.ts'

/** A box of a diagram: a stage, or where a track ends. */
export interface FlowNode {
  readonly id: string
  readonly label: string
  readonly isEnd: boolean
}

/** An arrow of a diagram. */
export interface FlowEdge {
  readonly from: string
  readonly to: string
  readonly label: string
}

/** What is drawn of a track: boxes in rows, and the arrows between them. */
export interface Flow {
  readonly title: string
  readonly rows: readonly (readonly FlowNode[])[]
  readonly edges: readonly FlowEdge[]
}

/** The ends that outcomes lead to, as boxes; no stage can be called so. */
const ends = {
  closure: { id: ' closure', label: 'The case is closed', isEnd: true },
  'track end': { id: ' track end', label: 'The track ends', isEnd: true },
} as const satisfies Record<string, FlowNode>

/** The flow of each track of a procedure. */
export const flowsOf = ({ tracks }: Procedure): readonly Flow[] => tracks.map(flowOf)

function flowOf(track: Track): Flow {
  const edges = edgesOf(track)
  const depths = depthsOf(track, edges)
  const rows: FlowNode[][] = []
  for (const { code, name } of track.stages)
    (rows[depths.get(code) ?? 0] ??= []).push({ id: code, label: name, isEnd: false })
  const reached = Object.values(ends).filter(({ id }) => edges.some(({ to }) => to === id))
  const begun = track.begins === 'opening' ? 'begins with the case' : 'begun by hand'
  const filled = [...rows, reached].filter((row) => row !== undefined && row.length > 0)
  return { title: `${track.name}, ${begun}`, rows: filled, edges }
}

/** One arrow for all outcomes that lead from one stage to the same place. */
function edgesOf({ stages }: Track): readonly FlowEdge[] {
  const known = new Set(stages.map(({ code }) => code))
  return stages.flatMap(({ code, outcomes }) => {
    const sound = outcomes.filter((each) => known.has(nextStage(each) ?? code))
    const byEnd = Map.groupBy(sound, (outcome) =>
      typeof outcome.leadsTo === 'string' ? ends[outcome.leadsTo].id : outcome.leadsTo.stage,
    )
    return [...byEnd].map(([to, all]) => ({
      from: code,
      to,
      label: all.map(({ label }) => label).join(' / '),
    }))
  })
}

/** How far down each stage stands: below every stage before it in the list that leads to it. */
function depthsOf({ stages }: Track, edges: readonly FlowEdge[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const { code } of stages) {
    const above = edges
      .filter(({ from, to }) => to === code && from !== code)
      .flatMap(({ from }) => depths.get(from) ?? [])
    const lowest = Math.max(-1, ...depths.values())
    depths.set(code, above.length > 0 ? Math.max(...above) + 1 : lowest + 1)
  }
  return depths
}
