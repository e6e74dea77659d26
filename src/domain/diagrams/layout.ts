import type { Flow, FlowEdge, FlowNode } from './flow.ts'

/** A box with its place. */
export interface PlacedNode extends FlowNode {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
}

/** An arrow with its way, and where its label stands. */
export interface PlacedEdge {
  readonly points: readonly (readonly [number, number])[]
  readonly label: string
  readonly labelAt: readonly [number, number]
  readonly anchor: 'middle' | 'start'
}

/** A flow with all its places. */
export interface Drawing {
  readonly title: string
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly width: number
  readonly height: number
}

/** The size of a box. */
export const box = { width: 210, height: 56 } as const
const gap = { across: 90, down: 74 } as const
const margin = { left: 24, top: 72, bottom: 24 } as const
const letterWidth = 7.2

/** Breaks a text into lines that fit into a box. */
export function linesOf(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= 27)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]} …`]
}

/** Places the boxes of a flow in rows, arrows to the next row between them, and all others in lanes beside. */
export function layOut({ title, rows, edges }: Flow): Drawing {
  const nodes = rows.flatMap((row, at) => row.map((node, place) => placed(node, at, place)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const across = Math.max(...rows.map((row) => row.length), 1)
  let right = margin.left + across * (box.width + gap.across) - gap.across
  let lanes = 0
  const drawn = edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    if (!from || !to) return []
    if (isNextRow(from, to)) return [straight(edge, from, to)]
    const lane = right + 30
    right = lane + edge.label.length * letterWidth + 8
    return [around(edge, { from, to, lane, before: lanes++ })]
  })
  const titled = margin.left + title.length * 8.5
  return {
    title,
    nodes,
    edges: drawn,
    width: Math.ceil(Math.max(right, titled) + margin.left),
    height: margin.top + rows.length * (box.height + gap.down) - gap.down + margin.bottom,
  }
}

const placed = (node: FlowNode, row: number, place: number): PlacedNode => ({
  ...node,
  x: margin.left + place * (box.width + gap.across),
  y: margin.top + row * (box.height + gap.down),
  lines: linesOf(node.label),
})

const isNextRow = (from: PlacedNode, to: PlacedNode): boolean =>
  to.y - from.y === box.height + gap.down

function straight({ label }: FlowEdge, from: PlacedNode, to: PlacedNode): PlacedEdge {
  const start = [from.x + box.width / 2, from.y + box.height] as const
  const end = [to.x + box.width / 2, to.y] as const
  const labelAt = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2] as const
  return { points: [start, end], label, labelAt, anchor: 'middle' }
}

interface Way {
  readonly from: PlacedNode
  readonly to: PlacedNode
  readonly lane: number
  /** The arrows in lanes before this one. */
  readonly before: number
}

/**
 * Out below the box, along the gap under its row, up or down the lane, and back in above the other box; a
 * little apart from its neighbours, so that no two arrows run over each other.
 */
function around({ label }: FlowEdge, { from, to, lane, before }: Way): PlacedEdge {
  const apart = before % 5
  const [out, back] = [from.y + box.height + 8 + apart * 5, to.y - 8 - apart * 5]
  const leaves = from.x + box.width - 10 - apart * 8
  const enters = to.x + box.width - 54 - apart * 9
  return {
    points: [
      [leaves, from.y + box.height],
      [leaves, out],
      [lane, out],
      [lane, back],
      [enters, back],
      [enters, to.y],
    ],
    label,
    labelAt: [lane + 6, (out + back) / 2],
    anchor: 'start',
  }
}
