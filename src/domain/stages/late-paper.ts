import type { Reopening } from '#domain/procedures/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Subject } from '#kernel/operation.ts'
import { instant, int8, text } from '#platform/columns.ts'
import { change, type Writing } from '#platform/statement.ts'
import { doingOf } from './carry-out.ts'
import { findOpenLinkedCase, openLinkedCase } from './linked-case.ts'
import { isTooLate, reopen } from './reopen-case.ts'
import { standingOf, type CaseStanding } from './standing.ts'

/** What arrives for a case, and from whom. */
export interface Arriving {
  readonly subject: Subject
  readonly what: 'note' | 'document' | 'form'
  readonly actor: Actor
  readonly now: Date
}

/**
 * Does for a closed case what its procedure says of papers that come after its end: reopens it, opens a case that
 * is linked with it (one, however many papers come), or neither. The paper itself is filed where it was sent.
 * What staff add by hand changes nothing; they reopen a case if they mean to. A case that is merged into another stays
 * so, and those that it went into are told what came for it.
 */
export async function admitLatePaper(db: Writing, arriving: Arriving): Promise<void> {
  const { subject, what, actor, now } = arriving
  if (!subject.isClosed || actor.kind === 'user') return
  const standing = await standingOf(db, subject.caseId)
  const { caseId } = subject
  if (standing.isMerged) return void tellLatePaper(db, { caseId, what, author: actor.name, now })
  const doing = doingOf(arriving)
  const reason = `A ${what} arrived after the case was closed`
  const reopening = reopeningFor(standing, now)
  if (reopening) return reopen(db, standing, { reopening, doing, reason })
  if (await wantsLinkedCase(db, standing)) await openLinkedCase(db, standing, { doing, reason })
  else void tellLatePaper(db, { caseId, what, author: actor.name, now })
}

/** How a paper that comes now reopens a case; undefined where it does not. */
function reopeningFor(standing: CaseStanding, now: Date): Reopening | undefined {
  const { latePapers, reopenings } = standing.caseType.procedure
  const { reopensWithinDays, reopening } = latePapers
  if (reopensWithinDays === undefined || isTooLate(standing, reopensWithinDays, now))
    return undefined
  return reopenings.find(({ code }) => code === reopening) ?? reopenings[0]
}

async function wantsLinkedCase(db: Writing, { caseId, caseType }: CaseStanding): Promise<boolean> {
  if (caseType.procedure.latePapers.later !== 'linked case') return false
  return (await findOpenLinkedCase(db, { caseId })) === undefined
}

/** Tells the history of a closed case, and of the cases that it went into, that a paper came for it. */
const tellLatePaper = change({
  takes: { caseId: int8, what: text, author: text, now: instant },
  returns: {},
  sql: `
    with recursive taker as (
      select c.merged_into as case_id
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
        and c.merged_into is not null
      union
      select c.merged_into
      from taker t
      join cases c on c.organisation_id = :organisationId and c.case_id = t.case_id
      where c.merged_into is not null
    )
    insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
    select :organisationId, :caseId, 'latePaperFiled', jsonb_build_object('what', :what), :author,
      :now
    union all
    select :organisationId, t.case_id, 'paperOfMergedFiled',
      jsonb_build_object('what', :what, 'otherCase', :caseId), :author, :now
    from taker t`,
})
