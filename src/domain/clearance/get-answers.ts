import { readOfCase } from '#domain/access/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { operation } from '#kernel/operation.ts'
import type { Reading } from '#platform/statement.ts'
import { chainsOfCase } from './chains.ts'
import { mayWithdraw } from './answer.ts'
import { getTypeOfCase, listAnswers, listVersions } from './answer-queries.ts'
import { listClearances, listSteps } from './clearance-queries.ts'
import { mayTake } from './open-step.ts'
import { standingOf } from './standing.ts'

/** The answers of a case with their versions, how they stand, who has cleared them and who must. */
export const getAnswers = operation({
  name: 'getanswers',
  summary: 'Show the answers of a case and their clearance',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.view',
  examples: [{ CaseId: '1004' }],

  async handle({ db, actor, now, subject: { caseId, isClosed } }) {
    const [chains, { holderId }, answers, versions, clearances] = await Promise.all([
      chainsOfCase(db, caseId),
      getTypeOfCase(db, { caseId }),
      listAnswers(db, { caseId }),
      listVersions(db, { caseId }),
      clearancesOf(db, caseId),
    ])
    const mayDraft = !isClosed && actor.permissions.has('case.answer.draft')
    const shown = answers.map(async (answer) => {
      const own = clearances.filter((each) => each.answer === answer.answer)
      const { authors, ...told } = answer
      return {
        ...told,
        standing: standingOf(answer, own),
        versions: versions.filter((each) => each.answer === answer.answer),
        clearances: own,
        mayWithdraw: mayDraft && mayWithdraw(actor, answer, holderId),
        openStep: await openStepFor({ db, actor, now, isClosed }, own, authors),
      }
    })
    return {
      caseId,
      isClosed,
      chains: chains.map(({ code, name, steps: taken }) => ({
        code,
        name,
        steps: taken.map((step) => step.name),
      })),
      mayDraft,
      answers: await Promise.all(shown),
    }
  },
})

type Clearance = Awaited<ReturnType<typeof clearancesOf>>[number]

async function clearancesOf(db: Reading, caseId: number) {
  const [clearances, steps] = await Promise.all([
    listClearances(db, { caseId }),
    listSteps(db, { caseId }),
  ])
  return clearances.map((clearance) => ({
    ...clearance,
    steps: steps.filter((step) => step.clearanceId === clearance.clearanceId),
  }))
}

interface Looking {
  readonly db: Reading
  readonly actor: Actor
  readonly now: Date
  readonly isClosed: boolean
}

/** The step at which an answer waits, and whether the reader may take it: in whose place, or why not. */
async function openStepFor(
  looking: Looking,
  clearances: readonly Clearance[],
  authors: readonly number[],
) {
  const open = clearances
    .find(({ state }) => state === 'running')
    ?.steps.find(({ state }) => state === 'open')
  if (!open) return undefined
  const { step, name, team, teamId } = open
  const admission = await mayTake(looking, { teamId, authors })
  const mayClear = looking.actor.permissions.has('case.answer.clear') && !looking.isClosed
  return {
    step,
    name,
    team,
    mayTake: mayClear && admission.isAdmitted,
    onBehalfOf: admission.isAdmitted ? admission.onBehalfOf?.name : undefined,
    isOwnDraft: !admission.isAdmitted && admission.because === 'own draft',
  }
}
