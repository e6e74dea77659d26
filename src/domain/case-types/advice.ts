import { openingStages, placedStages } from '#domain/procedures/index.ts'
import type { CaseType, Field } from './case-type.ts'
import { conditionsOf, showingOf } from './shown-fields.ts'

/** What is worth a look before a case type is published, though it can be: each in a sentence that says what to do. */
export const adviceOn = (caseType: CaseType): readonly string[] => [
  ...ownerless(caseType),
  ...requiredThoughHidden(caseType),
]

function ownerless({ team, procedure }: CaseType): readonly string[] {
  const [first] = openingStages(procedure)
  const gets = team ?? first?.stage.team ?? procedure.queue ?? procedure.assignment[0]
  return gets === undefined
    ? [
        'Nobody gets the cases: name a team that does, or add an assignment rule; without either they wait until somebody finds them',
      ]
    : []
}

function requiredThoughHidden(caseType: CaseType): readonly string[] {
  const { fields, procedure } = caseType
  const asking = [
    ...placedStages(procedure).flatMap(({ stage }) =>
      stage.outcomes.map(({ code, requires }) => ({
        where: `Stage ${stage.code}: the outcome ${code}`,
        requires,
      })),
    ),
    ...procedure.endings.map(({ code, requires }) => ({ where: `Ending ${code}`, requires })),
  ]
  return asking.flatMap(({ where, requires }) =>
    fields
      .filter(({ id }) => requires.includes(id))
      .flatMap((field) =>
        hiddenBy(field, caseType).map((why) => `${where} requires ${field.id}, ${why}`),
      ),
  )
}

/** Why a field may be hidden; nothing where it is always shown. */
const hiddenBy = (field: Field, caseType: CaseType): readonly string[] =>
  conditionsOf(field, caseType)
    .slice(0, 1)
    .map((when) => {
      const { words } = showingOf(when, caseType.fields)
      return `which a condition can hide (${words}): require the field it waits for too, or show it always`
    })
