import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exemptions, findExemption } from './exemptions.ts'
import { factsOf, lackingForAnswer } from './lacking.ts'

test('every exemption has a code of its own, and the catalogue says which must be balanced', () => {
  assert.equal(new Set(exemptions.map(({ code }) => code)).size, exemptions.length)
  const isQualified = (code: string) => findExemption(code)?.isQualified
  assert.deepEqual(
    ['FOIA s21', 'FOIA s40(2)', 'foia s43(2)', 'EIR reg 12(4)(e)', 'EIR reg 13', 'FOIA s99'].map(
      isQualified,
    ),
    [false, false, true, true, false, undefined],
  )
})

test('an answer lacks what is not decided, has no ground, or is not balanced', () => {
  assert.deepEqual(lackingForAnswer(factsOf([], [])), [
    'Record what was asked for, part by part, first.',
  ])
  const parts = [
    { part: 1, decision: 'held' },
    { part: 2, decision: 'withheld' },
    { part: 3, decision: 'partly released' },
    { part: 4, decision: 'withheld' },
    { part: 5, decision: 'released' },
    { part: 6, decision: 'withheld' },
  ]
  const claimed = [
    { part: 3, exemption: 'FOIA s43(2)', balance: null },
    { part: 4, exemption: 'FOIA s40(2)', balance: null },
    { part: 5, exemption: 'FOIA s43(2)', balance: null },
    { part: 6, exemption: 'FOIA s42', balance: 'disclose' },
  ]
  assert.deepEqual(lackingForAnswer(factsOf(parts, claimed)), [
    'Part 1 is not decided yet.',
    'Part 2 is withheld under no exemption.',
    'The public interest has not been balanced for FOIA s43(2) on part 3.',
    'The public interest favours disclosure over FOIA s42 on part 6.',
  ])
  const done = [{ part: 1, decision: 'withheld' }]
  const balanced = [{ part: 1, exemption: 'FOIA s42', balance: 'withhold' }]
  assert.deepEqual(lackingForAnswer(factsOf(done, balanced)), [])
})
