import { actorLabel } from '#kernel/actor.ts'
import { enqueue } from '#kernel/job.ts'
import { operation } from '#kernel/operation.ts'
import { insertVerification } from './queries.ts'
import { runningCheck } from './verification.ts'
import { verifyAuditJob } from './verify-audit.job.ts'

/** Has the chain of the audit recomputed in the background; while one check is under way no other begins. */
export const startVerification = operation({
  name: 'startauditverification',
  summary: 'Check that no entry of the audit was altered or removed',
  effect: 'write',
  isWebOnly: true,
  permission: 'audit.view',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, actor, now }) {
    if (await runningCheck(db, now)) return { isBegun: false }
    const [asked] = await insertVerification(db, { by: actorLabel(actor), now })
    const verificationId = asked?.verificationId ?? 0
    void enqueue(db, verifyAuditJob, { payload: { verificationId } })
    return { isBegun: true }
  },
})
