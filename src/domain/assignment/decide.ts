import {
  isAmong,
  isSameLanguage,
  isWithinArea,
  type AssignmentRule,
  type Language,
} from '#domain/procedures/index.ts'

/** What rules ask about a case. */
export interface WorkFacts {
  /** The answers of its form, by the field's id. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly classifications: readonly { readonly group: string; readonly value: string }[]
  /** Where it plays, else where its customer lives. */
  readonly postcode?: string | undefined
  readonly language?: string | undefined
  /** The organisation's list of languages, by which a rule may name one. */
  readonly languages?: readonly Language[]
  readonly rating?: string | undefined
  /** The stages that it enters. */
  readonly stages: readonly string[]
}

/** Somebody who may work the case, as far as rules ask. */
export interface Candidate {
  readonly userId: number
  readonly userName: string
  /** The code of the person's team. */
  readonly team: string | null
  readonly skills: readonly string[]
  /** How many open cases the person has. */
  readonly openWork: number
  readonly isAway: boolean
  readonly standInId: number | null
  /** 1 for who worked this case or this customer's cases last, 2 for whoever did before; else null. */
  readonly previous: number | null
}

/** What a rule comes to: a team's queue, a person, or whoever of several has the next turn. */
export interface Decision {
  readonly rule: string
  readonly team: string
  readonly userId?: number
  /** Of a person whose turn it is: the skill asked for, in small letters or empty, and who can have the turn. */
  readonly turn?: { readonly skill: string; readonly among: readonly number[] }
}

/** The first rule that takes the case, and who gets it; undefined where none does. */
export function decide(
  rules: readonly AssignmentRule[],
  facts: WorkFacts,
  candidates: readonly Candidate[],
): Decision | undefined {
  for (const rule of rules) {
    const decision = isFor(rule, facts) ? takenBy(rule, candidates) : undefined
    if (decision) return decision
  }
  return undefined
}

/** Does a rule fit the case? */
export const isFor = ({ when }: AssignmentRule, facts: WorkFacts): boolean =>
  fits(when.field, ({ field, values }) => isAmong(values, answerTo(facts.fields, field))) &&
  fits(when.classification, ({ group, values }) =>
    facts.classifications.some(
      (each) => isAmong([group], each.group) && isAmong(values, each.value),
    ),
  ) &&
  fits(when.postcodes, (areas) => areas.some((area) => isWithinArea(area, facts.postcode ?? ''))) &&
  fits(when.languages, (asked) =>
    asked.some((each) => isSameLanguage(each, facts.language ?? '', facts.languages)),
  ) &&
  fits(when.ratings, (ratings) => isAmong(ratings, facts.rating ?? '')) &&
  fits(when.stages, (stages) => stages.some((stage) => facts.stages.includes(stage)))

/** What a rule does not ask for is met. */
const fits = <T>(asked: T | undefined, isMet: (asked: T) => boolean): boolean =>
  asked === undefined || isMet(asked)

function answerTo(fields: WorkFacts['fields'], field: string): string {
  const answer = Object.hasOwn(fields, field) ? fields[field] : undefined
  return typeof answer === 'string' ? answer : JSON.stringify(answer ?? '')
}

type Target = AssignmentRule['to']

/** Must people be known before a rule can decide? */
export const asksForPeople = ({ to }: AssignmentRule): boolean =>
  to.user !== undefined || to.skill !== undefined || to.by !== undefined

function takenBy(rule: AssignmentRule, candidates: readonly Candidate[]): Decision | undefined {
  const { name, to } = rule
  const given = { rule: name, team: to.team }
  if (!asksForPeople(rule)) return given
  const able = candidates.filter((each) => isAble(each, to))
  if (to.user === undefined && to.by !== 'previous worker') return fromPool(given, to, able)
  const wanted = to.user === undefined ? lastOf(able) : able[0]
  const present = atWork(wanted, candidates)
  return present && { ...given, userId: present.userId }
}

const isAble = ({ userName, team, skills }: Candidate, to: Target): boolean =>
  (to.user === undefined
    ? team !== null && isAmong([to.team], team)
    : isAmong([to.user], userName)) &&
  (to.skill === undefined || isAmong(skills, to.skill))

/** Who of those that can do it worked on it last. */
const lastOf = (able: readonly Candidate[]): Candidate | undefined =>
  able
    .filter(({ previous }) => previous !== null)
    .toSorted((one, other) => (one.previous ?? 0) - (other.previous ?? 0))[0]

/** The person, or whoever stands in, and whoever stands in for that one; undefined where all are away. */
function atWork(
  wanted: Candidate | undefined,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const asked = new Set<number>()
  let one = wanted
  while (one?.isAway) {
    if (asked.has(one.userId)) return undefined
    asked.add(one.userId)
    const { standInId } = one
    one = candidates.find(({ userId }) => userId === standInId)
  }
  return one
}

/**
 * Those who are there share the work, equals by turn; where nobody is, a team keeps it, and a skill leaves it to
 * the next rule.
 */
function fromPool(
  given: Pick<Decision, 'rule' | 'team'>,
  { skill, by = 'least work' }: Target,
  able: readonly Candidate[],
): Decision | undefined {
  const present = able.filter(({ isAway }) => !isAway)
  if (present.length === 0) return skill === undefined ? given : undefined
  const least = Math.min(...present.map(({ openWork }) => openWork))
  const pool = by === 'turn' ? present : present.filter(({ openWork }) => openWork === least)
  const among = pool.map(({ userId }) => userId).toSorted((one, other) => one - other)
  return { ...given, turn: { skill: skill?.trim().toLowerCase() ?? '', among } }
}
