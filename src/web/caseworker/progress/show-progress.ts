import { getLetterDrafts } from '#domain/letters/index.ts'
import { getProcedure } from '#domain/stages/index.ts'
import { getTasks } from '#domain/tasks/index.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import type { Ask, Visit } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { letterAddress, moveAddress, taskAddress } from './addresses.ts'
import { shownLetters, shownTask, shownTrack } from './progress-in-words.ts'
import { showProgressView } from './show-progress.view.ts'
import type { ShownProgress } from './shown-progress.ts'

export type Progress = Awaited<ReturnType<(typeof getProcedure)['handle']>>
export type Tasks = Awaited<ReturnType<(typeof getTasks)['handle']>>
export type Letters = Awaited<ReturnType<(typeof getLetterDrafts)['handle']>>

/** The page that says where a case stands and what is next. */
export const showProgressPage = casePage({
  path: '/cases/:caseId/progress',
  part: 'progress',
  view: showProgressView,
  async show(ask, { caseId = '' }, visit) {
    const progress = await ask(getProcedure, { caseId })
    const tasks = await ask(getTasks, { caseId })
    const letters = await lettersFor(ask, caseId)
    return { ...heading(progress, visit), ...ways(progress), ...work(progress, tasks, letters) }
  },
})

/** The letters of a case; undefined for those who may not see them. */
const lettersFor = (ask: Ask, caseId: string): Promise<Letters | undefined> =>
  ask(getLetterDrafts, { caseId }).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === notPermitted) return undefined
    throw error
  })

const heading = (progress: Progress, { banner, csrfToken }: Visit) => ({
  caseNumber: String(progress.caseId),
  banner,
  csrfToken,
  status: progress.status,
  summary: summaryOf(progress),
})

const summaryOf = ({ isClosed, closedOn, endingReason, team, owner }: Progress): string => {
  if (isClosed && closedOn !== null)
    return `Closed on ${dateInWords(closedOn)}.${endingReason === null ? '' : ` ${endingReason}`}`
  return `With ${[owner, team].filter((name) => name !== null).join(', ') || 'nobody'}.`
}

const ways = ({ caseId, isClosed, mayEnd, mayReopen, endings, reopenings }: Progress) => ({
  endAddress: mayEnd && !isClosed && endings.length > 0 ? moveAddress(caseId, 'end') : undefined,
  reopenAddress:
    mayReopen && isClosed && reopenings.length > 0 ? moveAddress(caseId, 'reopen') : undefined,
})

const work = (
  progress: Progress,
  tasks: Tasks,
  letters: Letters | undefined,
): Pick<ShownProgress, 'tracks' | 'tasks' | 'letters' | 'addTaskAddress' | 'addLetterAddress'> => ({
  tracks: progress.tracks.map((track) => shownTrack(track, progress)),
  tasks: tasks.tasks.map((task) => shownTask(task, tasks)),
  addTaskAddress: tasks.mayUpdate ? taskAddress(progress.caseId, 'new') : undefined,
  letters: letters && shownLetters(letters),
  addLetterAddress:
    letters?.mayWrite && letters.templates.length > 0
      ? letterAddress(progress.caseId, 'new')
      : undefined,
})
