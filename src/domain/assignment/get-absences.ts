import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { listAbsences } from './absence-queries.ts'
import { checkOwn, namedStaff } from './whose.ts'

/** The absences of somebody that are not over. */
export const getAbsences = operation({
  name: 'getabsences',
  summary: 'Show when somebody is away',
  effect: 'read',
  permission: 'staff.absence.set',
  isWebOnly: true,
  parameters: { userName: required(shortText, 'Person') },
  errors: [],
  returns: 'content',
  examples: [{ UserName: 'sdee' }],

  async handle({ input, db, actor, now }) {
    const { userId } = await namedStaff(db, input.userName, 'UserName')
    checkOwn(actor, userId)
    return { absences: await listAbsences(db, { userId, today: writeLocalDate(now) }) }
  },
})
