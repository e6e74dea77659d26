import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'

// The contract's examples and vectors: keys, secrets, signatures, references, people and moments that it made
// up. Tests use them. The program must know none of them, or it could answer an example without being right.
const values: readonly string[] = [
  'c41f08a7d92b4e6f8830a51e2',
  '9d27e6b1f0435c8ea6b24c7d8',
  'e7720b9c15d84fa3960cc8f41',
  '06f3a9c8d1724be5b08e43f97',
  'b769328146680e47c4f8a1913535955c',
  '8d30e85093f29ef76173fdc83b0b4ad5',
  'f6308f70f24bfcc188dd2836f035e306',
  '048e9664f3847aafe7cf4596654e07a1',
  '9056c31475e6b7fbc697bc746c62e284',
  'c55449ab2e9fa10776daefa200f83203',
  '4b26b5cf9950bd886871b243481922cb',
  '7bef354db33e2edeed8b35830ff5a2df',
  '31f5a2e04c62a7ca88502d6162304d59',
  'be89fb14cc045be802462e6abf6f6461',
  '47a6e16ae2a9aadfdbed5f236c81f246',
  '3ba6b6d6065d75a70d22e8e4c7c7ca0a',
  '65e24ec889322098f24de1dcd5bf3721',
  'eyJhbGciOiJIUzI1NiJ9.eyJ',
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ',
  '700122',
  '700123',
  '700124',
  '700125',
  '700126',
  'EXT-0041',
  'EXT-0042',
  'EXT-0077',
  'EXT-9999',
  'ACC-77',
  'ACC-0',
  'C90017',
  'C51002',
  'D40017',
  '55021',
  'UF300200',
  'CUSTREL',
  'ACKLET',
  '203.0.113.10',
  '198.51.100.7',
  '212.40',
  '1773480600',
  '2026-03-02',
  '2026-03-03',
  '2026-03-13',
  '2026-03-14',
  '14/03/2026',
  '2026-03-31',
  '2026-07-01',
  'Bell, Ann',
  'Ann Bell',
  'ann@example.org',
  'Dee, Sam',
  'Amélie',
  'O’Dee',
  "O'Dee",
  '0113 496 0000',
  'http://files.example/',
  'Mill Lane',
  'street lamps',
]

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = globSync('src/**/*.{ts,css,json}', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .toSorted()

/** The values that a text holds, in any letter case, and not as part of a longer number or word. */
const valuesIn = (text: string): readonly string[] =>
  values.filter((value) => {
    const literal = value.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    return new RegExp(`(?<![\\p{L}\\d])${literal}`, 'iu').test(text)
  })

test('no value of the contract’s examples stands in the program', () => {
  assert.ok(files.length > 100)
  const found = files.flatMap((file) =>
    valuesIn(readFileSync(`${root}/${file}`, 'utf8')).map((value) => `${file}: ${value}`),
  )
  assert.deepEqual(found, [])
})

// A program that knew a vector would hold the day of receipt and the day expected of it; where deadlines are made
// it holds neither, but for days on which law took effect.
test('no date of the vectors stands in the program', () => {
  const vectors = readFileSync(`${root}/test/vectors/deadline-vectors.csv`, 'utf8')
  const datesOf = (text: string) => text.match(/\b20\d\d-\d\d-\d\d\b/g) ?? []
  const rows = vectors.trim().split('\n').slice(1).map(datesOf)
  const all = new Set(rows.flat())
  assert.ok(rows.length > 100 && all.size > 100)
  const found = files.flatMap((file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8')
    const dates = new Set(datesOf(text.replaceAll(/takesEffectOn: '[\d-]+'/g, '')))
    const isOfDeadlines =
      /^src\/(domain\/(calendar|deadlines|time-limits)\/|commands\/deadline)/.test(file)
    const known = isOfDeadlines
      ? [...dates].filter((date) => all.has(date))
      : rows.filter((row) => new Set(row).size > 1 && row.every((date) => dates.has(date)))
    return known.map((each) => `${file}: ${String(each)}`)
  })
  assert.deepEqual(found, [])
})

test('a value is found wherever it stands', () => {
  assert.deepEqual(valuesIn(`if (number === 700123) return`), ['700123'])
  assert.deepEqual(valuesIn('case "ext-0042":'), ['EXT-0042'])
  assert.deepEqual(valuesIn('1700123'), [])
})
