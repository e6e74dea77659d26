import { getSecrecy, readOfCase, rightsIn } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { mayWork } from './assign-work.ts'
import { barredFrom } from './barred.ts'
import { getHolder, listQueues } from './giving-queries.ts'
import { seenOf } from './holder.ts'
import { listStaff } from './staff-queries.ts'

/** Who has a case, and the people and teams that it can go to. */
export const getAssignable = operation({
  name: 'getassignable',
  summary: 'Show who can be assigned a case',
  ...readOfCase,
  permission: 'case.assign',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject: { caseId } }) {
    const [holder, staff, teams, rights, secrecy, barred] = await Promise.all([
      getHolder(db, { caseId }),
      listStaff(db, { today: writeLocalDate(now) }),
      listQueues(db, {}),
      rightsIn(db),
      getSecrecy(db, { caseId }),
      barredFrom(db, caseId),
    ])
    return {
      caseId,
      holder: {
        team: holder.teamName,
        person: holder.fullName,
        rule: holder.rule,
        isMine: actor.kind === 'user' && actor.id === holder.userId,
      },
      seen: seenOf(holder),
      people: staff.filter(
        (person) => mayWork(person, secrecy, rights) && !barred.has(person.userId),
      ),
      teams,
      mayTake:
        actor.kind === 'user' && actor.permissions.has('case.update') && !barred.has(actor.id),
    }
  },
})
