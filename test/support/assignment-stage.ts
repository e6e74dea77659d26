import assert from 'node:assert/strict'
import { builtInPermissions, type Role } from '#domain/access/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/operation.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { addStaff } from '#test/staff.ts'

type Sent = Readonly<Record<string, string>>

/** The stage of cases with people: Ann of the roads, who speaks Welsh, Bob, who manages, and two who get no work. */
export interface AssignmentStage extends CaseStage {
  readonly ann: number
  readonly bob: number
  as(id: number, name: string, role: Role): Actor
  asAnn(): Actor
  asBob(): Actor
  /** The team and person that have a case, and the rule that decided. */
  holderOf(caseId: number): Promise<readonly unknown[]>
  /** What the history says of who got a case. */
  toldOf(caseId: number): Promise<readonly unknown[]>
  /** Who has had a notice of getting a case. */
  noticesOf(caseId: number): Promise<readonly unknown[]>
  /** Expects a flaw of a parameter. */
  flawed(
    operation: Operation,
    sent: Sent,
    flaw: readonly [string, RegExp],
    actor?: Actor,
  ): Promise<void>
  /** Expects a refusal of that name. */
  refusedWith(operation: Operation, sent: Sent, name: string, actor?: Actor): Promise<void>
}

/** Builds the stage in a database of its own. */
export async function assignmentStage(): Promise<AssignmentStage> {
  const stage = await caseStage()
  const ann = await addStaff(stage, 'ann', { team: 'ROADS', skills: ['Welsh'] })
  const bob = await addStaff(stage, 'bob', { team: 'CUSTREL', role: 'manager' })
  await addStaff(stage, 'gone', { isDisabled: true })
  await addStaff(stage, 'eve', { role: 'auditor' })
  const as: AssignmentStage['as'] = (id, name, role) => ({
    organisationId: stage.organisationId,
    kind: 'user',
    id,
    name,
    permissions: builtInPermissions(role),
  })
  return Object.freeze<AssignmentStage>({
    ...stage,
    ann,
    bob,
    as,
    asAnn: () => as(ann, 'Ann', 'case worker'),
    asBob: () => as(bob, 'Bob', 'manager'),
    ...looking(stage),
    ...expecting(stage),
  })
}

function looking(stage: CaseStage) {
  return {
    async holderOf(caseId: number) {
      const [row] = await stage.rows(
        `select t.code as team, u.user_name as person, c.assigned_by_rule as rule
         from cases c
         left join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
         left join users u on u.organisation_id = c.organisation_id
           and u.user_id = c.assigned_user_id
         where c.organisation_id = $1 and c.case_id = $2`,
        caseId,
      )
      return [row?.['team'], row?.['person'], row?.['rule']]
    },
    async toldOf(caseId: number) {
      const rows = await stage.rows(
        `select particulars from case_events
         where organisation_id = $1 and case_id = $2 and kind = 'caseAssigned' order by event_id`,
        caseId,
      )
      return rows.map(({ particulars }) => particulars)
    },
    async noticesOf(caseId: number) {
      const rows = await stage.rows(
        `select user_id::int as id from notices
         where organisation_id = $1 and case_id = $2 and kind = 'assignment' order by notice_id`,
        caseId,
      )
      return rows.map(({ id }) => id)
    },
  }
}

interface Refused {
  readonly kind: { readonly name: string }
  readonly flaws: readonly { readonly parameter: string; readonly message: string }[]
}

const expecting = (stage: CaseStage): Pick<AssignmentStage, 'flawed' | 'refusedWith'> => ({
  flawed: (operation, sent, [parameter, message], actor) =>
    assert.rejects(stage.perform(operation, sent, actor), (error: Refused) => {
      assert.equal(error.kind.name, 'invalidInput')
      assert.equal(error.flaws[0]?.parameter, parameter)
      assert.match(error.flaws[0]?.message ?? '', message)
      return true
    }),
  refusedWith: (operation, sent, name, actor) =>
    assert.rejects(stage.perform(operation, sent, actor), (error: Refused) => {
      assert.equal(error.kind.name, name)
      return true
    }),
})
