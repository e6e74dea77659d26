/** A sentence, or one that names further commands as whoever reads it must type them. */
export type Sentence = string | ((casewright: string) => string)

/** What went wrong, as one sentence that says how to mend it. */
export class CommandFault extends Error {
  override readonly name: string = 'CommandFault'
  readonly isForOperator = true
  readonly exitCode: number = 1
  readonly #sentence: Sentence

  constructor(sentence: Sentence) {
    super(typeof sentence === 'string' ? sentence : sentence('casewright'))
    this.#sentence = sentence
  }

  /** The sentence for somebody who calls the program by these words. */
  saidTo(casewright: string): string {
    return typeof this.#sentence === 'string' ? this.#sentence : this.#sentence(casewright)
  }
}

/** Says that a command was not typed as it must be. */
export class UsageFault extends CommandFault {
  override readonly name = 'UsageFault'
  override readonly exitCode = 2
}
