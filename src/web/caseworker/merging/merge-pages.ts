import { mergeCase, unmergeCase } from '#domain/case-merging/index.ts'
import { getProcedure } from '#domain/stages/index.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Action, PathParts } from '#web/layout/form-page.ts'
import { mergeCaseView } from './merge-case.view.ts'

const backToCase = ({ caseId = '' }: PathParts): string => caseAddress(caseId)

/** The page on which a case is merged into another. */
export const mergeCasePage = formPage({
  path: '/cases/:caseId/merge',
  view: mergeCaseView,
  operation: mergeCase,
  async show(ask, parts) {
    const { caseId, mayEnd } = await ask(getProcedure, parts)
    if (!mayEnd) throw new Refusal(notPermitted)
    return { caseNumber: String(caseId) }
  },
  next: backToCase,
  banner: 'Case merged',
})

/** The button that takes a case out of the one it was merged into. */
export const unmergeCaseAction: Action = {
  path: '/cases/:caseId/merged/:otherCase/undo',
  operation: unmergeCase,
  next: backToCase,
  banner: () => 'Merging undone',
}
