import type { Procedure } from '#domain/procedures/index.ts'
import { flowsOf } from './flow.ts'
import { flowInWords } from './flow-in-words.ts'
import { box, layOut, type Drawing, type PlacedEdge, type PlacedNode } from './layout.ts'

/** What is drawn, and what it is called. */
export interface Drawn {
  readonly name: string
  readonly procedure: Procedure
}

/** Draws the flow of a procedure as SVG; its description tells the same as a list. */
export const drawFlow = (drawn: Drawn): string => svgOf(drawn, style)

/** The same without a style of its own, to stand in a page that has one for it. */
export const drawFlowForPage = (drawn: Drawn): string => svgOf(drawn, '')

function svgOf({ name, procedure }: Drawn, styling: string): string {
  const drawings = flowsOf(procedure).map(layOut)
  const width = Math.max(...drawings.map((each) => each.width))
  const height = drawings.reduce((sum, each) => sum + each.height, 0)
  let top = 0
  const tracks = drawings.map((drawing) => {
    const place = top
    top += drawing.height
    return `<g transform="translate(0 ${place})">${drawTrack(drawing)}</g>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="flow-title flow-description" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="flow-title">${escaped(`Flow of ${name}`)}</title>`,
    `<desc id="flow-description">${escaped(flowInWords(procedure))}</desc>`,
    styling,
    arrowHead,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...tracks,
    '</svg>',
  ].join('\n')
}

const style = `<style>
text { font: 14px sans-serif; fill: #0b0c0c; }
.title { font-weight: bold; font-size: 16px; }
.ground { fill: #ffffff; }
.stage { fill: #ffffff; stroke: #0b0c0c; stroke-width: 2; }
.end { fill: #f3f2f1; stroke: #0b0c0c; stroke-width: 2; stroke-dasharray: 6 3; }
.way { fill: none; stroke: #505a5f; stroke-width: 2; }
.label { paint-order: stroke; stroke: #ffffff; stroke-width: 5; stroke-linejoin: round; }
</style>`
const arrowHead =
  '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="#505a5f"/></marker></defs>'

const drawTrack = ({ title, nodes, edges }: Drawing): string =>
  [
    `<text class="title" x="24" y="32">${escaped(title)}</text>`,
    ...edges.map(drawWay),
    ...nodes.map(drawNode),
    ...edges.map(drawLabel),
  ].join('\n')

function drawNode({ x, y, lines, isEnd }: PlacedNode): string {
  const first = y + box.height / 2 + 5 - (lines.length - 1) * 8
  const texts = lines.map(
    (line, at) =>
      `<text x="${x + box.width / 2}" y="${first + at * 16}" text-anchor="middle">${escaped(line)}</text>`,
  )
  const corner = isEnd ? box.height / 2 : 4
  return `<rect class="${isEnd ? 'end' : 'stage'}" x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="${corner}"/>${texts.join('')}`
}

const drawWay = ({ points }: PlacedEdge): string =>
  `<polyline class="way" marker-end="url(#arrow)" points="${points.map((point) => point.join(',')).join(' ')}"/>`

const drawLabel = ({ label, labelAt: [x, y], anchor }: PlacedEdge): string =>
  `<text class="label" x="${x}" y="${y + 5}" text-anchor="${anchor}">${escaped(label)}</text>`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Characters that XML cannot hold are left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
