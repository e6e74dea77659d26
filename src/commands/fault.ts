/** What went wrong, as one sentence that says how to mend it. */
export class CommandFault extends Error {
  override readonly name: string = 'CommandFault'
  readonly isForOperator = true
  readonly exitCode: number = 1
}

/** Says that a command was not typed as it must be. */
export class UsageFault extends CommandFault {
  override readonly name = 'UsageFault'
  override readonly exitCode = 2
}
