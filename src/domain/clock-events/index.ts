import { correctReceipt } from './correct-receipt.ts'
import { getClock } from './get-clock.ts'
import { liftOverride } from './lift-override.ts'
import { overrideDeadline } from './override-deadline.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { withdrawClockEvent } from './withdraw-clock-event.ts'

export { unknownClockEvent, unknownDeadline } from './errors.ts'
export { listClockEvents } from './queries.ts'
export { recordForLetter } from './record-for-letter.ts'
export { overrideTarget } from './set-by-hand.ts'
export {
  correctReceipt,
  getClock,
  liftOverride,
  overrideDeadline,
  recordClockEvent,
  withdrawClockEvent,
}
export const operations = [
  getClock,
  recordClockEvent,
  withdrawClockEvent,
  correctReceipt,
  overrideDeadline,
  liftOverride,
]
