import { createInterface } from 'node:readline/promises'
import { CommandFault } from './fault.ts'
import { flag } from './part.ts'

/** The option by which a command goes on without asking. */
export const yes = flag('Go on without asking.')

/**
 * Shows what is to be done and asks whether to go on, unless that has been said already; throws CommandFault
 * where the answer is no, or where nobody can be asked.
 */
export async function mustAgree(isYes: boolean, shown: string): Promise<void> {
  if (isYes) return
  if (!process.stdin.isTTY)
    throw new CommandFault(`${shown}\nNothing was changed: say --yes to go on without being asked.`)
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await lines.question(`${shown}\nGo on? (yes or no) `)
  lines.close()
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandFault('Nothing was changed.')
}
