import { reply } from '#kernel/answer.ts'
import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { comeBack } from './absence.ts'
import { findAbsence } from './absence-queries.ts'
import { unknownAbsence } from './errors.ts'
import { isOwn } from './whose.ts'

const absenceNumber = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

/** Ends an absence that is not over: the person is back today, or stays where it had not begun. */
export const endAbsence = operation({
  name: 'endabsence',
  summary: 'End an absence',
  effect: 'write',
  permission: 'staff.absence.set',
  isWebOnly: true,
  parameters: { absence: required(absenceNumber, 'The absence') },
  errors: [unknownAbsence],
  returns: reply<{ absence: number }>('endabsenceresponse', { absence: 'absence' }),
  examples: [{ Absence: '31001' }],

  async handle({ input: { absence }, db, actor, now, refuse, record }) {
    const today = writeLocalDate(now)
    const found = await findAbsence(db, { absenceId: absence, today })
    if (!found || !isOwn(actor, found.userId)) throw refuse(unknownAbsence)
    await comeBack(db, absence, now)
    record(undefined, { absence, userId: found.userId })
    return { absence }
  },
})
