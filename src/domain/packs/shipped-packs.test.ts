import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCaseType } from '#domain/case-types/index.ts'
import { checkPack } from './check-pack.ts'
import type { Pack } from './pack.ts'
import { readPackFolder, shippedPacks } from './pack-folder.ts'

const packOf = async (code: string): Promise<Pack> => {
  const read = await readPackFolder((await shippedPacks()).get(code) ?? '')
  assert.ok('pack' in read, JSON.stringify(read))
  return read.pack
}

for (const [code, folder] of await shippedPacks())
  test(`the pack ${code} has no fault, and its sample cases come out as they must`, async () => {
    const read = await readPackFolder(folder)
    assert.ok('pack' in read, JSON.stringify(read))
    assert.equal(read.pack.code, code)
    assert.ok(read.pack.samples.length > 0)
    assert.deepEqual(checkPack(read.pack), [])
  })

test('no request for information ends in an answer that lacks something, in Scotland as elsewhere', async () => {
  for (const code of ['information-requests', 'information-requests-scotland'])
    for (const { name, definition } of (await packOf(code)).caseTypes) {
      const parsed = parseCaseType(definition)
      assert.ok('caseType' in parsed)
      const stages = parsed.caseType.procedure.tracks.flatMap((track) => track.stages)
      const answering = stages.filter((stage) =>
        stage.outcomes.some((each) => each.code === 'granted'),
      )
      assert.ok(answering.length > 0)
      for (const { exit, outcomes } of answering)
        for (const { code: outcome, leadsTo, conditions } of outcomes)
          assert.equal(
            [...exit, ...conditions].some(({ kind }) => kind === 'answer complete'),
            leadsTo === 'closure',
            `${code}: ${name}: ${outcome}`,
          )
    }
})

/** The letter of a stage that is its answer. */
const isAnswer = (template: string): boolean => /-(RESPONSE|ANSWER|OUTCOME)$/.test(template)

test('no case closes as answered before its answer is sent, save where one may be given by word of mouth', async () => {
  const byMouth: string[] = []
  const codes = [...(await shippedPacks()).keys()].filter((code) => code !== 'general')
  for (const code of codes)
    for (const { name, definition } of (await packOf(code)).caseTypes) {
      const parsed = parseCaseType(definition)
      assert.ok('caseType' in parsed)
      for (const stage of parsed.caseType.procedure.tracks.flatMap(({ stages }) => stages)) {
        const answer = stage.letters.findLast(({ template }) => isAnswer(template))?.template
        const closing = stage.outcomes.filter(({ leadsTo }) => leadsTo === 'closure')
        for (const { code: outcome, conditions } of answer ? closing : [])
          if (!conditions.some((each) => 'template' in each && each.template === answer))
            byMouth.push(`${name} ${stage.code} ${outcome}`)
      }
    }
  assert.deepEqual(
    byMouth.filter((each) => !/ (answer|stage-1) (own-procedure|resolved)$/.test(each)),
    [],
  )
})

test('what is asked for is all sent only where nothing is withheld, and a review is not asked for ever', async () => {
  for (const code of ['information-requests', 'information-requests-scotland', 'data-rights'])
    for (const { name, definition } of (await packOf(code)).caseTypes) {
      const parsed = parseCaseType(definition)
      assert.ok('caseType' in parsed)
      const { tracks, reopenings } = parsed.caseType.procedure
      for (const { code: outcome, conditions } of tracks
        .flatMap(({ stages }) => stages)
        .flatMap(({ outcomes }) => outcomes))
        assert.equal(
          conditions.some(({ kind }) => kind === 'nothing withheld'),
          ['granted', 'all-sent'].includes(outcome),
          `${name}: ${outcome}`,
        )
      for (const { code: reopening, withinDays } of reopenings)
        if (reopening !== 'commissioner') assert.notEqual(withinDays, undefined, name)
    }
})

test('a sample whose date is wrong is told with the date that it is', async () => {
  const pack = await packOf('housing-complaints')
  const samples = pack.samples.map((sample) => ({
    ...sample,
    expect: {
      stages: sample.expect.stages.map((stage) => ({ ...stage, due: { respond: '2027-05-22' } })),
      closedOn: '2027-12-01',
    },
  }))
  const faults = checkPack({ ...pack, samples: samples.slice(1, 2) })
  assert.deepEqual(faults, [
    'No sample in sample.json walks through HousingServiceRequest: add one',
    'The sample “Nobody acknowledges: the answer counts from the last day for it” stage-1: respond is due 2027-05-21, not 2027-05-22',
    'The sample “Nobody acknowledges: the answer counts from the last day for it” is closed on 2027-05-21, not 2027-12-01',
  ])
})

test('a pack is at fault that stands under another law, or merges what nobody knows', async () => {
  const pack = await packOf('housing-complaints')
  const letters = pack.letters.map((letter) =>
    letter.code === 'HO-S1-ACK' ? { ...letter, body: 'By {{due.reply}} {{ shoe.size }}' } : letter,
  )
  const faults = checkPack({ ...pack, nations: ['scotland'], letters, sources: [] })
  for (const fault of [
    'pack.json names no source: say what the pack rests on',
    'HousingComplaint: The rule HO_S1_RESPONSE is not of scotland',
    'The letter HO-S1-ACK merges {{due.reply}}, which is not known there',
    'The letter HO-S1-ACK merges {{shoe.size}}, which is not known there',
    'The sample “Both stages, the first extended, over two bank holidays” is in england, which the pack is not for',
  ])
    assert.ok(faults.includes(fault), `${fault} is not among ${faults.join('\n')}`)
})

test('a stage 2 that cannot be reached, or a letter that is not there, keeps a pack out', async () => {
  const pack = await packOf('housing-complaints')
  const text = JSON.stringify(pack.caseTypes).replaceAll(
    '"leadsTo":"stage-2"',
    '"leadsTo":"closure"',
  )
  const caseTypes = (
    JSON.parse(text.replaceAll('HO-S2-ACK', 'HO-S9-ACK')) as Pack['caseTypes']
  ).map(({ name, definition }) => ({
    name,
    definition: JSON.parse(
      JSON.stringify(definition).replaceAll('"stage":"stage-2"', '"stage":"stage-1"'),
    ) as unknown,
  }))
  const faults = checkPack({ ...pack, caseTypes }).join('\n')
  assert.match(faults, /HousingComplaint: Stage stage-2 is never reached/)
  assert.match(faults, /Stage stage-2 raises the letter HO-S9-ACK, which is not there/)
})
