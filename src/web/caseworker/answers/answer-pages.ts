import {
  amendAnswer,
  clearAnswer,
  draftAnswer,
  dropAnswer,
  getAnswers,
  returnAnswer,
  startClearance,
  unknownAnswer,
  withdrawClearance,
} from '#domain/clearance/index.ts'
import type { Operation } from '#kernel/operation.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import type { Stored } from '#web/forms/case-form.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Ask, PathParts } from '#web/layout/form-page.ts'
import { answersAddress } from './addresses.ts'
import { answerReasonView } from './answer-reason.view.ts'
import type { Answer } from './answers-in-words.ts'
import { chooseChainView } from './choose-chain.view.ts'
import { takeStepView } from './take-step.view.ts'
import { wordAnswerView } from './word-answer.view.ts'

const next = ({ caseId = '' }: PathParts): string => answersAddress(caseId)

/** The answers of a form's case; refuses whoever may not draft any. */
async function answersToChange(ask: Ask, parts: PathParts) {
  const told = await ask(getAnswers, parts)
  if (!told.mayDraft) throw new Refusal(notPermitted)
  return told
}

const answerIn = (answers: readonly Answer[], number = ''): Answer => {
  const found = answers.find(({ answer }) => String(answer) === number)
  if (!found) throw new Refusal(unknownAnswer)
  return found
}

const textOf = ({ versions }: Answer): string => versions[0]?.body ?? ''

const storedOf = (answer: Answer): Stored => {
  const [newest] = answer.versions
  if (!newest) throw new Error('An answer has no version')
  return {
    version: newest.version,
    changedBy: newest.author,
    changedAt: newest.writtenAt,
    known: [
      { what: 'Title', text: answer.title },
      { what: 'The answer', text: newest.body },
    ],
  }
}

/** The page on which an answer is drafted. */
export const draftAnswerPage = formPage({
  path: '/cases/:caseId/answers/new',
  view: wordAnswerView,
  operation: draftAnswer,
  show: async (ask, parts) => ({
    caseNumber: String((await answersToChange(ask, parts)).caseId),
  }),
  next,
  banner: 'Answer saved',
})

/** The page on which an answer is changed. */
export const amendAnswerPage = formPage({
  path: '/cases/:caseId/answers/:answer/amend',
  view: wordAnswerView,
  operation: amendAnswer,
  async show(ask, parts) {
    const { caseId, answers } = await answersToChange(ask, parts)
    const answer = answerIn(answers, parts['answer'])
    const { answer: number, title } = answer
    const worded = { number, title, body: textOf(answer), stored: storedOf(answer) }
    return { caseNumber: String(caseId), answer: worded }
  },
  next,
  banner: 'Answer saved',
})

/** The page on which it is chosen who clears an answer. */
export const startClearancePage = formPage({
  path: '/cases/:caseId/answers/:answer/clearance',
  view: chooseChainView,
  operation: startClearance,
  async show(ask, parts) {
    const { caseId, answers, chains } = await answersToChange(ask, parts)
    const answer = answerIn(answers, parts['answer'])
    return {
      caseNumber: String(caseId),
      number: answer.answer,
      text: textOf(answer),
      chains: chains.map(({ code, name, steps }) => ({
        value: code,
        text: name,
        steps: steps.join(', then '),
      })),
      stored: storedOf(answer),
    }
  },
  next,
  banner: 'Clearance asked for',
})

interface Taking {
  readonly what: 'clear' | 'return'
  readonly operation: Operation
  readonly heading: string
  readonly question: string
  readonly submit: string
  readonly banner: string
}

/** Why a reader cannot take the step at which an answer waits. */
function barredFrom({ openStep }: Answer): string | undefined {
  if (!openStep) return 'There is nothing to clear or return.'
  if (openStep.mayTake) return undefined
  return openStep.isOwnDraft
    ? 'You wrote this answer, or stand in for somebody who did: somebody else must clear it.'
    : `Only members of ${openStep.team} who may clear answers, and those who stand in for them, can do this.`
}

const takeStepPage = ({ what, operation, heading, banner, ...words }: Taking) =>
  formPage({
    path: `/cases/:caseId/answers/:answer/${what}`,
    view: takeStepView,
    operation,
    async show(ask, parts) {
      const { caseId, answers } = await ask(getAnswers, parts)
      const answer = answerIn(answers, parts['answer'])
      const { answer: number, version, openStep } = answer
      const absent = openStep?.onBehalfOf
      return {
        ...words,
        caseNumber: String(caseId),
        number,
        heading: `${heading} ${number}`,
        text: textOf(answer),
        version,
        step: openStep?.step ?? '',
        stepInWords: openStep
          ? `${openStep.name}, by ${openStep.team}.` +
            (absent === undefined ? '' : ` You stand in for ${absent}.`)
          : 'It is not being cleared now.',
        barred: barredFrom(answer),
      }
    },
    next,
    banner,
  })

/** The page on which an answer is cleared. */
export const clearAnswerPage = takeStepPage({
  what: 'clear',
  operation: clearAnswer,
  heading: 'Clear answer',
  question: 'Remarks (optional)',
  submit: 'Clear answer',
  banner: 'Answer cleared',
})

/** The page on which an answer is returned. */
export const returnAnswerPage = takeStepPage({
  what: 'return',
  operation: returnAnswer,
  heading: 'Return answer',
  question: 'What must be changed',
  submit: 'Return answer',
  banner: 'Answer returned',
})

interface Ending {
  readonly what: 'drop' | 'withdraw'
  readonly operation: Operation
  readonly heading: (number: number) => string
  readonly question: string
  readonly submit: string
  readonly banner: string
}

const reasonPage = ({ what, operation, heading, banner, ...words }: Ending) =>
  formPage({
    path: `/cases/:caseId/answers/:answer/${what}`,
    view: answerReasonView,
    operation,
    async show(ask, parts) {
      const { caseId, answers } = await answersToChange(ask, parts)
      const answer = answerIn(answers, parts['answer'])
      return {
        ...words,
        caseNumber: String(caseId),
        heading: heading(answer.answer),
        about: textOf(answer),
        stored: storedOf(answer),
      }
    },
    next,
    banner,
  })

/** The page on which an answer is dropped. */
export const dropAnswerPage = reasonPage({
  what: 'drop',
  operation: dropAnswer,
  heading: (number) => `Drop answer ${number}`,
  question: 'Why it will not be sent',
  submit: 'Drop answer',
  banner: 'Answer dropped',
})

/** The page on which an answer is withdrawn from clearance. */
export const withdrawClearancePage = reasonPage({
  what: 'withdraw',
  operation: withdrawClearance,
  heading: (number) => `Withdraw answer ${number} from clearance`,
  question: 'Why it is withdrawn',
  submit: 'Withdraw answer',
  banner: 'Clearance withdrawn',
})
