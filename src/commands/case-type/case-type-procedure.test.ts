import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { commandLine } from '#test/casewright.ts'

const line = commandLine()
const { casewright, json } = line
after(() => line.remove())

const file = (name: string, definition: unknown): string => {
  const path = join(dirname(line.directory), name)
  writeFileSync(path, JSON.stringify(definition))
  return path
}

const stages = (leadsTo: string) => [
  {
    code: 'look',
    name: 'Investigation',
    deadlines: [{ code: 'answer', name: 'Answer', target: { days: 10 } }],
    tasks: [{ code: 'CALL', title: 'Call the customer', due: { days: 2 } }],
    letters: [{ template: 'ACK' }],
    exit: ['points answered'],
    outcomes: [
      { code: 'answered', label: 'Answered', leadsTo },
      { code: 'escalated', label: 'Escalated', leadsTo: 'review' },
    ],
  },
  { code: 'review', name: 'Review', outcomes: [{ code: 'done', label: 'Done', leadsTo }] },
]
const sound = file('sound.json', {
  name: 'Noise',
  team: 'PARKS',
  procedure: { stages: stages('closure') },
})
const endless = file('endless.json', [
  { name: 'Smells', procedure: { stages: stages('look') } },
  { name: 'Noise', colour: 'teal' },
])

const unchecked =
  'Letters, teams, people, skills and lists were not looked for: name the organisation with --organisation NAME to have them checked.'

test('a file is checked without a database, and bad news ends with 1', async () => {
  assert.deepEqual(await casewright('case-type', 'check', sound), {
    code: 0,
    out: `Noise has no fault.\n${unchecked}\n`,
    errors: '',
  })
  const { code, out } = await casewright('case-type', 'check', sound, endless)
  assert.equal(code, 1)
  assert.equal(
    out,
    `Noise has no fault.
Smells has faults to mend:
  - From look, review of main no end can be reached: let an outcome of one of them lead to closure
Smells, worth a look:
  - Nobody gets the cases: name a team that does, or add an assignment rule; without either they wait until somebody finds them
Noise has faults to mend:
  - colour is not known
  - Noise already names the case type Noise
${unchecked}
`,
  )
  assert.deepEqual(await json('case-type', 'check', sound), {
    organisation: null,
    caseTypes: [{ name: 'Noise', faults: [], advice: [] }],
  })
})

test('two definitions of one name are told apart nowhere, so check refuses them', async () => {
  const { out } = await casewright('case-type', 'check', sound, sound)
  assert.match(out, /Noise already names the case type Noise/)
})

test('a sample case is walked through a file', async () => {
  const given = ['--received', '2026-06-06', '--take', 'escalated'] as const
  const { out, code } = await casewright('case-type', 'simulate', sound, ...given)
  assert.equal(code, 0)
  assert.equal(
    out,
    `Noise, received on 6 June 2026

1. Investigation (main: look), from 6 June 2026
   Status: Investigation; the customer reads: Investigation
   Deadlines:
   - Answer: 19 June 2026, the target
   Tasks:
   - Call the customer (CALL), by 9 June 2026
   Letters:
   - ACK, when the stage has started
   Before it ends:
   - points answered
   Ends: Escalated on 19 June 2026, which leads to review

2. Review (main: review), from 19 June 2026
   Status: Review; the customer reads: Review
   Ends: Done on 19 June 2026, which leads to closure

The case is closed on 19 June 2026.
`,
  )
  const scottish = await json<{ closedOn: string }>(
    'case-type',
    'simulate',
    sound,
    '--nation',
    'scotland',
    '--received',
    '2026-06-06',
  )
  assert.equal(scottish.closedOn, '2026-06-22')
})

test('what cannot be simulated is said in a sentence', async () => {
  const wrong: readonly (readonly [number, readonly string[], RegExp])[] = [
    [1, [sound, '--take', 'sold'], /^The stage look has no outcome "sold"; it has: answered, esc/],
    [1, [endless], /^Noise cannot be read\. Mend these faults:\n {2}- colour is not known\n$/],
    [1, [sound, '--type', 'Light'], /^There is no case type "Light"; there are: Noise\.\n$/],
    [2, [sound, '--event', 'acknowledged=soon'], /must be an event and its day/],
    [2, [], /^Name a FILE, or the case type of an organisation with --type/],
  ]
  for (const [code, args, message] of wrong) {
    const ended = await casewright('case-type', 'simulate', ...args)
    assert.equal(ended.code, code, args.join(' '))
    assert.match(ended.errors, message)
  }
})

test('the flow is drawn, or told in words', async () => {
  const { out } = await casewright('case-type', 'diagram', sound)
  assert.match(out, /^<svg [^>]*role="img"/)
  assert.match(out, /<title id="flow-title">Flow of Noise<\/title>/)
  const told = await casewright('case-type', 'diagram', sound, '--text')
  assert.match(told.out, /^Main, begins with the case:\n1\. Investigation \(look\)/)
  const both = await json<Record<string, string>>('case-type', 'diagram', sound)
  assert.deepEqual(
    [both['svg'], both['text']].map((each) => `${each}\n`),
    [out, told.out],
  )
})

test('nothing of this has made an installation', () => {
  assert.ok(!existsSync(line.directory))
})

test('with an organisation, its teams and letters are checked too, and its own types shown', async () => {
  await casewright('organisation', 'create', 'demo', '--name', 'Demo Council')
  const { out, code } = await casewright('case-type', 'check', sound, '--organisation', 'demo')
  assert.equal(code, 1)
  assert.match(out, /raises the letter ACK, which is not there/)
  const plain = file('plain.json', { name: 'Plain', target: { days: 5, unit: 'working' } })
  await json('case-type', 'import', plain, '--organisation', 'demo')
  const source = ['--organisation', 'demo', '--type', 'plain'] as const
  const told = await json<{ closedOn: string }>(
    'case-type',
    'simulate',
    ...source,
    '--received',
    '2026-06-06',
  )
  assert.equal(told.closedOn, '2026-06-12')
  const drawn = await casewright('case-type', 'diagram', ...source)
  assert.match(drawn.out, /Flow of Plain/)
})
