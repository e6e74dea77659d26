import {
  checkCaseType,
  checkParsed,
  parseCaseType,
  type CaseType,
} from '#domain/case-types/index.ts'
import { allRules } from '#domain/deadlines/index.ts'
import { placedStages, type DeadlineSpec } from '#domain/procedures/index.ts'
import { mergedIn, mergeFields } from './letter.ts'
import type { Pack, PackLetter } from './pack.ts'
import { sampleFaults } from './run-sample.ts'

/** Everything that is wrong with a pack beyond its form; an empty list where nothing is. */
export function checkPack(pack: Pack): readonly string[] {
  const parsed = pack.caseTypes.map(({ name, definition }) => ({
    name,
    parsed: parseCaseType(definition),
  }))
  if (parsed.some(({ parsed: each }) => 'faults' in each))
    return parsed.flatMap(({ name, parsed: each }) =>
      checkParsed(each, { ...codesOf(pack), others: [] }).map((fault) => `${name}: ${fault}`),
    )
  const caseTypes = parsed.flatMap(({ parsed: each }) =>
    'caseType' in each ? [each.caseType] : [],
  )
  return [
    ...checkAbout(pack),
    ...caseTypes.flatMap((caseType) => checkOne(pack, caseType, caseTypes)),
    ...checkLetters(pack, caseTypes),
    ...checkSamples(pack, caseTypes),
  ]
}

const repeatedOf = (codes: readonly string[]): readonly string[] =>
  codes.filter((code, at) => codes.findIndex((each) => isSame(each, code)) < at)

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

function checkAbout({ sources, nations, teams, letters }: Pack): readonly string[] {
  return [
    ...(sources.length === 0 ? ['pack.json names no source: say what the pack rests on'] : []),
    ...(nations.length === 0 ? ['pack.json names no nation: say under whose law it stands'] : []),
    ...repeatedOf(teams.map(({ code }) => code)).map((code) => `Two teams are called ${code}`),
    ...repeatedOf(letters.map(({ code }) => code)).map((code) => `Two letters are called ${code}`),
  ]
}

const codesOf = ({ teams, letters }: Pack) => ({
  teamCodes: teams.map(({ code }) => code),
  templateCodes: letters.map(({ code }) => code),
})

function checkOne(pack: Pack, caseType: CaseType, all: readonly CaseType[]): readonly string[] {
  const { nations } = pack
  const others = all.filter((other) => other !== caseType)
  const foreign = deadlinesOf(caseType).flatMap(({ basis }) => {
    const rule = 'rule' in basis ? allRules.find(({ id }) => id === basis.rule) : undefined
    return rule && !rule.nations.some((nation) => nations.includes(nation)) ? [rule.id] : []
  })
  return [
    ...checkCaseType(caseType, { ...codesOf(pack), others }),
    ...foreign.map((id) => `The rule ${id} is not of ${nations.join(' or ')}`),
  ].map((fault) => `${caseType.name}: ${fault}`)
}

const deadlinesOf = ({ procedure }: CaseType): readonly DeadlineSpec[] => [
  ...procedure.deadlines,
  ...placedStages(procedure).flatMap(({ stage }) => stage.deadlines),
]

/** A letter can name what every case type that writes it has; one that none raises is written by hand. */
function checkLetters({ letters }: Pack, caseTypes: readonly CaseType[]): readonly string[] {
  return letters.flatMap((letter) => {
    const writing = caseTypes.filter(({ procedure }) =>
      placedStages(procedure).some(({ stage }) =>
        stage.letters.some(({ template }) => isSame(template, letter.code)),
      ),
    )
    return unknownIn(letter, writing.length > 0 ? writing : caseTypes).map(
      (name) => `The letter ${letter.code} merges {{${name}}}, which is not known there`,
    )
  })
}

function unknownIn(letter: PackLetter, caseTypes: readonly CaseType[]): readonly string[] {
  return mergedIn(letter).filter((name) => {
    if (mergeFields.some((known) => known === name)) return false
    const [, kind, code] = /^(due|field)\.([\w.-]+)$/.exec(name) ?? []
    return (
      code === undefined ||
      !caseTypes.some((caseType) =>
        kind === 'due'
          ? deadlinesOf(caseType).some((each) => each.code === code)
          : caseType.fields.some(({ id }) => id === code),
      )
    )
  })
}

function checkSamples({ samples, nations }: Pack, caseTypes: readonly CaseType[]) {
  const unproved = caseTypes.filter(({ name }) => !samples.some((each) => each.caseType === name))
  return [
    ...unproved.map(({ name }) => `No sample in sample.json walks through ${name}: add one`),
    ...samples.flatMap((sample) => {
      const caseType = caseTypes.find(({ name }) => name === sample.caseType)
      if (!caseType)
        return [`The sample “${sample.name}” is of ${sample.caseType}, no case type of the pack`]
      if (!nations.includes(sample.nation))
        return [`The sample “${sample.name}” is in ${sample.nation}, which the pack is not for`]
      return sampleFaults(sample, caseType)
    }),
  ]
}
