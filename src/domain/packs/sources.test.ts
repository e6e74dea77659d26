import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { allRules } from '#domain/deadlines/index.ts'
import { readPackFolder, shippedPacks } from './pack-folder.ts'

const known = readFileSync(
  new URL('../../../test/vectors/source-addresses.txt', import.meta.url),
  'utf8',
)
const lines = known.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
const addresses = new Set(lines.filter((line) => line.startsWith('https://')))
const acts = new Map(
  lines
    .filter((line) => !line.startsWith('https://'))
    .map((line) => line.split(':'))
    .map(([act = '', provisions = '']) => [act, provisions.trim().split(' ')]),
)

/** An address that was read, or of an act in whole or of a provision that is named. */
function isKnown(address: string): boolean {
  const [, act = '', rest = ''] = legislation.exec(address) ?? []
  const provisions = acts.get(act) ?? []
  return addresses.has(address) || (acts.has(act) && ['', 'contents', ...provisions].includes(rest))
}

const legislation =
  /^https:\/\/(?:www\.)?legislation\.gov\.uk\/([a-z]+\/\d+\/\d+)\/?([\w/]*?)\/?(?:made)?$/

test('no rule rests on an address that nobody has read; where none is known, the rule is unconfirmed', () => {
  for (const { id, versions } of allRules)
    for (const { source, basis } of versions) {
      assert.ok(source.citation.length > 5, id)
      if (source.address === '') assert.equal(basis, 'unconfirmed', id)
      else assert.ok(isKnown(source.address), `${id}: ${source.address}`)
    }
})

test('no pack does', async () => {
  for (const [code, folder] of await shippedPacks()) {
    const read = await readPackFolder(folder)
    assert.ok('pack' in read, code)
    for (const { address } of read.pack.sources)
      if (address !== undefined) assert.ok(isKnown(address), `${code}: ${address}`)
  }
})

test('an address is known only as it stands, and a provision only where it is named', () => {
  const wrong = [
    'http://foi.scot/responding-requests',
    'https://www.foi.scot/responding',
    'https://www.legislation.gov.uk/ukpga/2000/36/section/11',
    'https://legislation.gov.uk.example/ukpga/2000/36/section/10',
    'https://www.legislation.gov.uk/ukpga/1999/1/contents',
  ]
  assert.deepEqual(wrong.filter(isKnown), [])
  assert.ok(isKnown('https://www.legislation.gov.uk/ukpga/2000/36/section/10'))
})
