import { caseNumber, reference } from '#kernel/kinds.ts'
import type { CaseReference } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { optional, parameterRows, readParameters, type Composite } from '#kernel/parameters.ts'

const parameters = {
  caseId: optional(caseNumber, 'Case number'),
  externalId: optional(reference, 'Reference in the originating system'),
}

/** `CaseId` or `ExternalId`; one is needed, and the number decides where both are sent (contract 6.0.1). */
export const caseReference: Composite<CaseReference> = Object.freeze<Composite<CaseReference>>({
  rows: parameterRows(parameters),
  read(raw) {
    const { input, flaws } = readParameters(parameters, raw)
    return { value: input, flaws }
  },
})

/** What is so of every operation that shows people something of one case and asks for nothing else. */
export const readOfCase = {
  effect: 'read',
  isWebOnly: true,
  subject: 'case',
  parameters: { case: caseReference },
  errors: [unknownCase],
  returns: 'content',
} as const
