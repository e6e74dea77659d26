import {
  getSecrecy,
  mayKnow,
  openToAll,
  rightsIn,
  type Person,
  type Rights,
  type Secrecy,
} from '#domain/access/index.ts'
import { caseTypeVersion, teamFinder, type Team } from '#domain/case-types/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { stagesOfOthers, type AssignmentRule, type Procedure } from '#domain/procedures/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Writing } from '#platform/statement.ts'
import { findCustomer, getWork, listCandidates, takeTurn } from './candidate-queries.ts'
import { asksForPeople, decide, isFor, type Candidate, type WorkFacts } from './decide.ts'
import { giveCase } from './giving-queries.ts'

/** A case that is to be given to somebody. */
export interface Work {
  readonly procedure: Procedure
  readonly caseTypeId: number
  readonly isConfidential: boolean
  readonly facts: WorkFacts
  /** The reference of a customer who may have had cases before. */
  readonly customerReference?: string | undefined
  /** Of a case that is there. */
  readonly caseId?: number
  /** Those who must not work it, as they have worked what is to be looked at anew. */
  readonly barred?: ReadonlySet<number>
  readonly now: Date
}

/** Who gets a case, and by which rule; no rule for the queue of what no rule takes. */
export interface Assignment {
  readonly team: Team
  readonly userId: number | null
  readonly rule: string | null
}

/** Has a procedure a say in who gets a new case? */
export const hasAssignment = ({ assignment, queue }: Procedure): boolean =>
  assignment.length > 0 || queue !== undefined

/**
 * Who gets a case that is about to be opened, by the rules of its procedure, else its queue; undefined where
 * neither says. Asks the database only where a rule that fits looks for people. A turn that is taken counts
 * when the transaction commits.
 */
export async function assignNew(db: Writing, work: Work): Promise<Assignment | undefined> {
  const { assignment, queue } = work.procedure
  const findTeam = await teamFinder(db)
  const queued = queue === undefined ? undefined : findTeam(queue)
  const known = { ...work, facts: await withCustomer(db, work) }
  return (
    (await byRules(db, assignment, known)) ?? (queued && { team: queued, userId: null, rule: null })
  )
}

/** What rules ask of a customer who is known, where the call has not said it anew. */
async function withCustomer(
  db: Writing,
  { procedure: { assignment }, facts, customerReference }: Work,
): Promise<WorkFacts> {
  const isLacking = assignment.some((rule) => lacksCustomer(rule, facts))
  if (!isLacking || customerReference === undefined) return facts
  const { postcode, language } = (await findCustomer(db, { reference: customerReference })) ?? {}
  return {
    ...facts,
    postcode: facts.postcode ?? postcode ?? undefined,
    language: facts.language ?? language ?? undefined,
  }
}

const lacksCustomer = ({ when }: AssignmentRule, { postcode, language }: WorkFacts): boolean =>
  (when.postcodes !== undefined && postcode === undefined) ||
  (when.languages !== undefined && language === undefined)

/** The stage that a case enters, and who moves it there; no notice is given to the user of that number. */
export interface StageEntry {
  readonly stage: string
  readonly author: string
  readonly actorId?: number
  readonly now: Date
}

/**
 * Gives a case that enters a stage to whoever the rules for that stage say, and tells its history; undefined
 * where no rule names the stage or none finds anybody: then the case stays where it is. A stage that asks for
 * another worker than an earlier one is not given to who worked that. The case must be locked.
 */
export async function assignStage(
  db: Writing,
  caseId: number,
  { stage, author, actorId, now }: StageEntry,
): Promise<Assignment | undefined> {
  const { caseTypeId, version, isConfidential, workers, ...found } = await getWork(db, { caseId })
  const { procedure } = await caseTypeVersion(db, { caseTypeId, version })
  const rules = procedure.assignment.filter(({ when }) => when.stages?.includes(stage))
  const facts = {
    ...found,
    postcode: found.postcode ?? undefined,
    language: found.language ?? undefined,
    rating: found.rating ?? undefined,
    stages: [stage],
  }
  const differing = stagesOfOthers(procedure, stage)
  const barred = new Set(
    workers.filter((each) => differing.has(each.stage)).map(({ userId }) => userId),
  )
  const work = { procedure, caseTypeId, isConfidential, facts, caseId, barred, now }
  const assignment = await byRules(db, rules, work)
  if (!assignment) return undefined
  const { team, userId, rule } = assignment
  const doing = { reason: null, author, actorId: actorId ?? null, isByHand: false, now }
  await giveCase(db, { caseId, teamId: team.teamId, userId, rule, ...doing })
  return assignment
}

async function byRules(
  db: Writing,
  rules: readonly AssignmentRule[],
  work: Work,
): Promise<Assignment | undefined> {
  const findTeam = await teamFinder(db)
  const facts = await withLanguages(db, rules, work.facts)
  const fitting = rules.filter((rule) => findTeam(rule.to.team) && isFor(rule, facts))
  const decision = decide(fitting, facts, await candidatesFor(db, fitting, work))
  const team = decision && findTeam(decision.team)
  if (!team) return undefined
  const { rule, userId, turn } = decision
  const next = turn && (await takeTurn(db, { teamId: team.teamId, ...turn }))
  return { team, rule, userId: next ?? userId ?? null }
}

/** The facts with the organisation's list of languages, where a rule asks for one. */
async function withLanguages(
  db: Writing,
  rules: readonly AssignmentRule[],
  facts: WorkFacts,
): Promise<WorkFacts> {
  if (rules.every(({ when }) => when.languages === undefined)) return facts
  const { all } = await configuredOptions(db)
  return { ...facts, languages: all.filter(({ list }) => list === 'contact language') }
}

/** Those who may work the case, of the people that rules ask for up to the first that asks for nobody. */
async function candidatesFor(
  db: Writing,
  fitting: readonly AssignmentRule[],
  { caseTypeId, isConfidential, caseId, barred, customerReference, now }: Work,
): Promise<readonly Candidate[]> {
  const last = fitting.findIndex((rule) => !asksForPeople(rule))
  const asked = (last < 0 ? fitting : fitting.slice(0, last)).map(({ to }) => to)
  if (asked.length === 0) return []
  const pools = asked.filter(({ user }) => user === undefined)
  const people = await listCandidates(db, {
    teams: folded(pools.map(({ team }) => team)),
    userNames: folded(asked.flatMap(({ user }) => user ?? [])),
    today: writeLocalDate(now),
    isWorkCounted: pools.some(({ by = 'least work' }) => by === 'least work'),
    isPastAsked: pools.some(({ by }) => by === 'previous worker'),
    caseTypeId,
    caseId: caseId ?? null,
    customerReference: customerReference ?? null,
  })
  const [rights, secrecy] = await Promise.all([
    rightsIn(db),
    caseId === undefined ? { ...openToAll, isConfidential } : getSecrecy(db, { caseId }),
  ])
  return people.filter((person) => mayWork(person, secrecy, rights) && !barred?.has(person.userId))
}

const folded = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.trim().toLowerCase())),
]

/** May somebody be given a case? */
export function mayWork(person: Person, secrecy: Secrecy, rights: Rights): boolean {
  const may = rights.of(person)
  return may.has('case.update') && mayKnow(secrecy, person.userId, may)
}
