import { assignNew, hasAssignment, tellGiven, type Work } from '#domain/assignment/index.ts'
import { mainRole } from '#domain/customers/index.ts'
import { openingStages } from '#domain/procedures/index.ts'
import type { Writing } from '#platform/statement.ts'
import type { Application, NewCase } from './new-case.ts'

/**
 * The case, with the team and person that the rules of its type give it to. A team that the caller has named
 * stands (contract 6.1); types without rules cost nothing.
 */
export async function givenOut(
  db: Writing,
  application: Application,
  opened: NewCase,
): Promise<NewCase> {
  const { procedure } = application.caseType
  if (opened.isTeamNamed || !hasAssignment(procedure)) return opened
  const assignment = await assignNew(db, workOf(application, opened))
  const isRuled = procedure.assignment.length === 0 || typeof assignment?.rule === 'string'
  const told: NewCase = isRuled ? opened : { ...opened, isUnruled: true }
  if (!assignment) return told
  const { team, userId, rule } = assignment
  const given = { teamId: team.teamId, assignedUserId: userId, assignedByRule: rule }
  return { ...told, team, row: { ...opened.row, ...given } }
}

/** Tells the history of a case that rules were asked about who gets it, and whoever has got it. */
export function tellGivenOut(db: Writing, caseId: number, { row, isUnruled }: NewCase): void {
  const { teamId, assignedUserId: userId, assignedByRule: rule, createdBy: author, now } = row
  if (rule !== null || (isUnruled && teamId !== null))
    void tellGiven(db, { caseId, teamId, userId, rule, author, now })
}

function workOf({ caseType, now }: Application, { row, people }: NewCase): Work {
  const { procedure, caseTypeId } = caseType
  const main = people.find(({ roles }) =>
    roles.some(({ role, position }) => role === mainRole && position === 0),
  )
  const { reference, postcode, contactLanguage } = main?.details ?? {}
  return {
    procedure,
    caseTypeId,
    isConfidential: row.isConfidential,
    facts: {
      fields: row.attributes,
      classifications: [],
      postcode: row.placePostcode ?? postcode ?? undefined,
      language: contactLanguage ?? undefined,
      rating: row.rating ?? undefined,
      stages: openingStages(procedure).map(({ stage }) => stage.code),
    },
    customerReference: reference ?? undefined,
    now,
  }
}
