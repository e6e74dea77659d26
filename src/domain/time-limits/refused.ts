/** What was asked of a clock that a rule forbids, or that names nothing known. */
export type Forbidden =
  | 'unknownRule'
  | 'unknownVersion'
  | 'unknownNation'
  | 'unknownEvent'
  | 'notInForce'
  | 'unreadableDate'
  | 'timeNeeded'
  | 'numberNotOpen'
  | 'eventNotOfRule'
  | 'eventBeforeReceipt'
  | 'answerWithoutQuestion'
  | 'secondStop'
  | 'happenedAlready'
  | 'extensionTooLate'
  | 'noticeTooShort'
  | 'notASittingDay'

/** A refusal in words; the message names the rule that forbids it. */
export class DeadlineRefused extends Error {
  override readonly name = 'DeadlineRefused'
  readonly isForOperator = true
  readonly reason: Forbidden

  constructor(reason: Forbidden, message: string) {
    super(message)
    this.reason = reason
  }
}
