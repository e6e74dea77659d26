import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closes, procedureOf, to } from '#test/procedures.ts'
import { readXml, type ReadElement } from '#test/read-xml.ts'
import { drawFlow } from './draw.ts'
import { flowInWords } from './flow-in-words.ts'
import { layOut, box } from './layout.ts'
import { flowsOf } from './flow.ts'

const procedure = procedureOf({
  tracks: [
    {
      code: 'main',
      name: 'Complaint',
      stages: [
        {
          code: 'triage',
          name: 'Triage & <acknowledgement> of what has been reported to us',
          status: 'New',
          outcomes: [to('look', 'accepted'), to('look', 'sent-on'), closes],
        },
        {
          code: 'look',
          name: 'Investigation',
          exit: ['points answered'],
          outcomes: [to('look', 'goes-on'), to('triage', 'back'), closes],
        },
      ],
    },
    {
      code: 'hazard',
      name: 'Hazard',
      stages: [
        {
          code: 'safe',
          name: 'Make safe',
          entry: [{ kind: 'event recorded', event: 'acknowledged' }],
          outcomes: [{ code: 'safe', leadsTo: 'track end' }],
        },
      ],
    },
  ],
  endings: [{ code: 'w', label: 'Withdrawn' }],
  reopenings: [{ code: 'r', label: 'New evidence', stage: 'look', withinDays: 30 }],
})

const words = `Complaint, begins with the case:
1. Triage & <acknowledgement> of what has been reported to us (triage). Status: New.
   - accepted: on to 2, Investigation
   - sent-on: on to 2, Investigation
   - answered: the case is closed
2. Investigation (look). Status: Investigation.
   - goes-on: on to 2, Investigation (needs points answered)
   - back: on to 1, Triage & <acknowledgement> of what has been reported to us (needs points answered)
   - answered: the case is closed (needs points answered)

Hazard, begun by hand:
1. Make safe (safe). Status: Make safe. Begins only with: event recorded: Acknowledged.
   - safe: the track ends

Besides:
- Withdrawn: the case is closed from any stage
- New evidence: a closed case is opened again at Investigation within 30 days`

test('the flow can be read as a list', () => {
  assert.equal(flowInWords(procedure), words)
})

test('the drawing is well-formed, named, and described by the same list', () => {
  const svg = readXml(drawFlow({ name: 'Noise & "smells"', procedure }))
  const [title, description] = svg.children
  assert.equal(title?.text, 'Flow of Noise & "smells"')
  assert.equal(description?.text, words)
  assert.equal(svg.attributes['role'], 'img')
  assert.equal(
    svg.attributes['aria-labelledby'],
    [title, description].map((each) => each?.attributes['id']).join(' '),
  )
})

const all = (element: ReadElement): readonly ReadElement[] => [
  element,
  ...element.children.flatMap(all),
]

test('every stage and end has a box, and every way an arrow with its label', () => {
  const drawn = all(readXml(drawFlow({ name: 'A', procedure })))
  const named = (name: string, kind: string) =>
    drawn.filter((each) => each.name === name && each.attributes['class'] === kind)
  assert.equal(named('rect', 'stage').length, 3)
  assert.equal(named('rect', 'end').length, 2)
  assert.equal(named('polyline', 'way').length, 6)
  assert.deepEqual(
    named('text', 'label').map(({ text }) => text),
    ['accepted / sent-on', 'answered', 'goes-on', 'back', 'answered', 'safe'],
  )
})

test('no box lies on another, and all lie within the drawing', () => {
  const wide = procedureOf({
    stages: [
      { code: 'a', outcomes: ['b', 'c', 'd'].map((code) => to(code, code)) },
      ...['b', 'c', 'd'].map((code) => ({ code, outcomes: [closes, to('a', 'back')] })),
    ],
  })
  const [flow] = flowsOf(wide)
  assert.ok(flow)
  const { nodes, edges, width, height } = layOut(flow)
  assert.deepEqual(
    flow.rows.map((row) => row.length),
    [1, 3, 1],
  )
  assert.equal(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size, 5)
  for (const { x, y } of nodes) assert.ok(x + box.width <= width && y + box.height <= height)
  for (const [x, y] of edges.flatMap(({ points }) => points))
    assert.ok(x >= 0 && x <= width && y >= 0 && y <= height)
})
