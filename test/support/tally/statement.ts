import { test, type TestContext } from 'node:test'
import { tally } from './tally.ts'
import { contractStatements, type StatementId } from './statements.ts'

/** Declares the test of a statement of the contract, named after it; it is counted once it has passed. */
export function statement(
  id: StatementId,
  proof: (t: TestContext) => Promise<unknown> | undefined,
): void {
  void test(`${id}: ${contractStatements[id]}`, async (t) => {
    await proof(t)
    tally('statement', id)
  })
}
