import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { answerErrors, answerParameters, answerToChange } from './answer.ts'
import { chainsOfCase, stepsOf } from './chains.ts'
import { tellClearers } from '#domain/clearers/index.ts'
import { findOpenStep, insertClearance } from './clearance-queries.ts'
import { clearanceRunning } from './errors.ts'

/** Asks for an answer to be cleared, by the chain that is chosen of those that the case's procedure has. */
export const startClearance = operation({
  name: 'startclearance',
  summary: 'Ask for an answer to be cleared',
  effect: 'write',
  permission: 'case.answer.draft',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    ...answerParameters,
    chain: required(chosen(shortText), 'Who must clear it'),
  },
  errors: [...answerErrors, clearanceRunning],
  returns: reply<{ caseId: number; answer: number; version: number }>('startclearanceresponse', {
    caseId: 'caseid',
    answer: 'answer',
    version: 'version',
  }),
  examples: [{ CaseId: '1004', Answer: '1', Version: '1', Chain: 'legal' }],

  async handle(task) {
    const { answer, version, authors } = await answerToChange(task)
    const { input, db, actor, now, subject, refuse, record } = task
    const { caseId } = subject
    if (await findOpenStep(db, { caseId, answer })) throw refuse(clearanceRunning)
    const wanted = input.chain.trim().toLowerCase()
    const chain = (await chainsOfCase(db, caseId)).find(
      (each) => each.code.toLowerCase() === wanted,
    )
    if (!chain) throw unknownChain()
    const { code, name: chainName } = chain
    const steps = await stepsOf(db, chain)
    const started = { chain: code, chainName, steps, author: actor.name, now }
    void insertClearance(db, { caseId, answer, version, ...started })
    const [first] = steps
    if (first) await tellClearers(db, { caseId, answer, authors, teamId: first.teamId }, task)
    record(caseId, { answer, version, chain: code })
    return { caseId, answer, version }
  },
})

const unknownChain = (): Refusal =>
  new Refusal(invalidInput, [
    { parameter: 'Chain', kind: 'invalid', message: 'Select who must clear it' },
  ])
