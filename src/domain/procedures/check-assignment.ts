import { isLanguage } from './language.ts'
import { isWithinArea } from './postcode-area.ts'
import type { AssignmentRule, Procedure } from './procedure.ts'
import { isAmong, type ProcedureSurroundings } from './surroundings.ts'
import { placedStages } from './walk.ts'

type When = AssignmentRule['when']

/** The assignment rules that can never take a case, and why. */
export const checkAssignment = (
  procedure: Procedure,
  around: ProcedureSurroundings,
): readonly string[] =>
  procedure.assignment.flatMap((rule, at) => {
    const { name, when, to } = rule
    const faults = [
      ...checkEmpty(when),
      ...checkField(when, around),
      ...checkClassification(when, around),
      ...checkStages(when, procedure),
      ...checkRatings(when, around),
      ...checkLanguages(when, around),
      ...checkPeople(to, around),
    ]
    const earlier = procedure.assignment.slice(0, at).find((each) => shadows(each, rule))
    if (earlier)
      faults.push(`never decides, since ${earlier.name} before it takes the same: move it up`)
    return faults.map((fault) => `Assignment rule ${name} ${fault}`)
  })

const textsOf = ({ field, classification, ...lists }: When): readonly (readonly string[])[] => [
  ...(field ? [field.values] : []),
  ...(classification ? [classification.values] : []),
  ...Object.values(lists),
]

const checkEmpty = (when: When): readonly string[] =>
  textsOf(when).some((texts) => texts.length === 0)
    ? ['asks for one of no values: name some, or leave the member out']
    : []

function checkField({ field }: When, { fields }: ProcedureSurroundings): readonly string[] {
  if (!field) return []
  const asked = fields.find(({ id }) => id === field.field)
  if (!asked) return [`asks for the field ${field.field}, which the case type does not have`]
  const { values } = asked
  if (!values) return []
  return field.values
    .filter((value) => !isAmong(values, value))
    .map((value) => `asks for ${value}, which ${field.field} cannot be: it is ${values.join(', ')}`)
}

function checkClassification(
  { classification }: When,
  { classifications }: ProcedureSurroundings,
): readonly string[] {
  if (!classification || !classifications || classifications.size === 0) return []
  const { group, values } = classification
  const known = classifications.get(group)
  if (!known)
    return [
      `asks for the classification ${group}, which is not there: name one of ${[...classifications.keys()].join(', ')}`,
    ]
  return values
    .filter((value) => !isAmong(known, value))
    .map((value) => `asks for ${value}, which ${group} cannot be: it is ${known.join(', ')}`)
}

const checkStages = ({ stages = [] }: When, procedure: Procedure): readonly string[] =>
  stages
    .filter((code) => !placedStages(procedure).some(({ stage }) => stage.code === code))
    .map((code) => `asks for the stage ${code}, which is not there`)

const checkRatings = ({ ratings = [] }: When, around: ProcedureSurroundings): readonly string[] =>
  around.ratings.length === 0
    ? []
    : ratings
        .filter((rating) => !isAmong(around.ratings, rating))
        .map((rating) => `asks for the rating ${rating}, which the case type does not have`)

function checkLanguages(
  { languages = [] }: When,
  { languages: list }: ProcedureSurroundings,
): readonly string[] {
  if (!list) return []
  const known =
    list.length > 0
      ? `name one of ${list.map(({ value, label }) => label ?? value).join(', ')}`
      : 'write its code of two letters, such as cy, or its English name'
  return languages
    .filter((language) => !isLanguage(language, list))
    .map((language) => `asks for the language ${language}, which is not there: ${known}`)
}

const checkPeople = (
  { user, skill }: AssignmentRule['to'],
  { userNames, skills }: ProcedureSurroundings,
): readonly string[] => [
  ...(user !== undefined && userNames && !isAmong(userNames, user)
    ? [`gives cases to ${user}, who is no user: add the user, or name another`]
    : []),
  ...(skill !== undefined && skills && !isAmong(skills, skill)
    ? [`asks for the skill ${skill}, which nobody has: give it to somebody, or ask for another`]
    : []),
]

/** An earlier rule that takes whatever a later one would; one that looks for a person may find none. */
const shadows = (earlier: AssignmentRule, later: AssignmentRule): boolean =>
  takesAlways(earlier) && isWider(earlier.when, later.when)

const takesAlways = ({ to }: AssignmentRule): boolean =>
  to.user === undefined && to.skill === undefined && to.by !== 'previous worker'

const isWider = (wide: When, narrow: When): boolean =>
  holds(wide.field, narrow.field, (a, b) => a.field === b.field && covers(a.values, b.values)) &&
  holds(
    wide.classification,
    narrow.classification,
    (a, b) => a.group === b.group && covers(a.values, b.values),
  ) &&
  holds(wide.languages, narrow.languages, covers) &&
  holds(wide.ratings, narrow.ratings, covers) &&
  holds(wide.stages, narrow.stages, covers) &&
  holds(wide.postcodes, narrow.postcodes, coversPlaces)

/** What asks for nothing is met by everything. */
const holds = <T>(
  wide: T | undefined,
  narrow: T | undefined,
  isWithin: (wide: T, narrow: T) => boolean,
): boolean => wide === undefined || (narrow !== undefined && isWithin(wide, narrow))

const covers = (wide: readonly string[], narrow: readonly string[]): boolean =>
  narrow.every((text) => isAmong(wide, text))

const coversPlaces = (wide: readonly string[], narrow: readonly string[]): boolean =>
  narrow.every((place) => wide.some((each) => isWithinArea(each, place)))
