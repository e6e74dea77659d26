import { lists, type Option } from '#domain/options/index.ts'
import { stillTrue } from '#domain/procedure-reading/index.ts'
import { checkProcedure, type ProcedureSurroundings } from '#domain/procedures/index.ts'
import { namesOf, type CaseType, type Field } from './case-type.ts'
import { checkForm } from './check-form.ts'
import type { ParsedCaseType } from './parse-case-type.ts'

/** What a definition may refer to in its organisation. */
export interface Surroundings {
  /** Teams, letter templates, people and their skills; what is not known is not checked. */
  readonly teamCodes?: readonly string[]
  readonly templateCodes?: readonly string[]
  readonly userNames?: readonly string[]
  readonly skills?: readonly string[]
  /** The organisation's lists of values. */
  readonly options?: readonly Option[]
  /** The other case types that can be chosen now. */
  readonly others: readonly CaseType[]
}

/** Parameters of createcase and createaction that a field may not stand in the way of. */
const takenNames = new Set(
  `access_token assignedteam assignedteamss caseid case.serviceteam db externalaccountid
   externalaccounttype externalid format key label location.latitude location.longitude
   location.postcode requestdate requestid requestmethod signature status task team type`.split(
    /\s+/,
  ),
)
const takenPrefixes = /^(customer|agent|document[0-9]*)\./i
const fold = (text: string): string => text.trim().toLowerCase()

/** Everything that is wrong with a definition: with its form, and beyond it as far as it could be read. */
export function checkParsed(parsed: ParsedCaseType, around: Surroundings): readonly string[] {
  if ('caseType' in parsed) return checkCaseType(parsed.caseType, around)
  const { faults, rest } = parsed
  if (!rest) return faults
  const { caseType, lost } = rest
  return [...faults, ...stillTrue(checkCaseType(caseType, around), caseType.procedure, lost)]
}

/** Everything that is wrong with a case type beyond its form; an empty list where nothing is. */
export function checkCaseType(caseType: CaseType, around: Surroundings): readonly string[] {
  return [
    ...checkNames(caseType, around),
    ...checkFields('', caseType.fields),
    ...caseType.actions.flatMap(({ id, fields }) => checkFields(`${id}: `, fields)),
    ...repeated(caseType.actions.flatMap(({ id, synonym }) => [...new Set([id, synonym])])).map(
      (name) => `The form name ${name} is used twice`,
    ),
    ...checkForm(caseType),
    ...caseType.actions.flatMap((form) => checkForm(form).map((fault) => `${form.id}: ${fault}`)),
    ...checkTitle(caseType),
    ...checkProcedure(caseType.procedure, surroundingsOf(caseType, around)),
  ]
}

/** A list without values takes every text, so there is nothing to check against. */
function surroundingsOf(
  { fields, ratings }: CaseType,
  { options = [], ...around }: Surroundings,
): ProcedureSurroundings {
  const inList = (list: string) => options.filter((option) => option.list === list)
  const groups = Map.groupBy(inList('classification'), ({ groupName }) => groupName)
  return {
    ratings,
    languages: inList('contact language'),
    teamCodes: around.teamCodes,
    templateCodes: around.templateCodes,
    userNames: around.userNames,
    skills: around.skills,
    fields: fields.map(({ id, list, values = inList(list ?? '').map(({ value }) => value) }) =>
      values.length > 0 ? { id, values } : { id },
    ),
    classifications: new Map(
      [...groups].map(([group, all]) => [group, all.map(({ value }) => value)]),
    ),
  }
}

function checkNames(caseType: CaseType, { teamCodes, others }: Surroundings): string[] {
  const names = new Set(namesOf(caseType).map(fold))
  const faults = others.flatMap((other) =>
    namesOf(other)
      .filter((name) => names.has(fold(name)))
      .map((name) => `${name} already names the case type ${other.name}`),
  )
  if (caseType.form === '') faults.push('form is missing: the name has no letters to make one of')
  const { team, rating, ratings } = caseType
  if (team !== undefined && teamCodes?.every((code) => fold(code) !== fold(team)))
    faults.push(`There is no team ${team}`)
  if (rating !== undefined && ratings.length > 0 && !ratings.includes(rating))
    faults.push(`The rating ${rating} is not among the ratings`)
  return [...new Set(faults)]
}

function checkFields(where: string, fields: readonly Field[]): string[] {
  const ids = fields.map(({ id }) => id)
  const stems = new Map(ids.map((id) => [fold(id), id]))
  return [
    ...repeated(ids).map((id) => `${where}There are two fields ${id}`),
    ...fields.flatMap((field) => checkField(field).map((fault) => `${where}${field.id} ${fault}`)),
    // one client makes lists of trailing numbers (contract 4.2)
    ...ids.flatMap((id) => {
      const stem = id.replace(/[0-9]+$/, '')
      const beside = stem === id ? undefined : stems.get(fold(stem))
      return beside === undefined ? [] : [`${where}${beside} cannot stand beside ${id}`]
    }),
  ]
}

function checkField({ id, kind, list, values }: Field): string[] {
  const isList = kind === 'list'
  const sources = [list, values].filter((source) => source !== undefined).length
  const faults: readonly (readonly [boolean, string])[] = [
    [Number(/[0-9]+$/.exec(id)?.[0] ?? 0) > 9, 'ends in a number above 9'],
    [takenNames.has(fold(id)) || takenPrefixes.test(id), 'is the name of a parameter'],
    [list !== undefined && !Object.hasOwn(lists, list), `names an unknown list, ${list}`],
    [!isList && sources > 0, 'has values but is not a list'],
    [isList && sources !== 1, 'must have either a list or values of its own'],
  ]
  return faults.flatMap(([isSo, fault]) => (isSo ? [fault] : []))
}

function checkTitle({ title, fields }: CaseType): string[] {
  return title && !fields.some(({ id }) => id === title.field)
    ? [`The title is to be made of ${title.field}, which is no field`]
    : []
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => seen.has(fold(name)) || !seen.add(fold(name)))
}
