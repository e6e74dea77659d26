import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { commandLine } from '#test/casewright.ts'

const line = commandLine()
const { casewright, json } = line
const file = (name: string, text: string): string => {
  const place = join(line.directory, '..', name)
  writeFileSync(place, text)
  return place
}

before(() => casewright('organisation', 'create', 'demo', '--name', 'Demo Council'))
after(() => line.remove())

test('a letter is kept, listed and printed as it was given', async () => {
  const text = 'Code: ACK\nName: Acknowledgement\nChannel: email\n\nDear {{customer.name}}'
  const kept = await casewright('letter-template', 'set', file('ack.txt', text))
  assert.deepEqual([kept.code, kept.out], [0, 'The letter ACK is kept.\n'])
  const { templates } = await json<{ templates: unknown[] }>('letter-template', 'list')
  assert.deepEqual(templates, [{ code: 'ACK', name: 'Acknowledgement', channel: 'email' }])
  const shown = await casewright('letter-template', 'show', 'ack')
  assert.equal(shown.out, `${text}\n`)
})

test('of letters of which one has a fault none is kept, and every fault is told', async () => {
  const good = file('good.txt', 'Code: GOOD\nName: Good\n\nHello')
  const bad = file('bad.txt', 'Code: BAD\nName: Bad\n\n{{nobody.name}}')
  const { code, errors } = await casewright('letter-template', 'set', good, bad)
  assert.equal(code, 1)
  assert.match(errors, /bad\.txt: \{\{nobody\.name\}\} is not a merge field/)
  assert.equal((await casewright('letter-template', 'show', 'GOOD')).code, 1)
})
