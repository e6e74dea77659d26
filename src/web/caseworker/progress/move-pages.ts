import type { DetailField } from '#domain/details/index.ts'
import { beginTrack, endCase, getProcedure, moveStage, reopenCase } from '#domain/stages/index.ts'
import { invalidInput, notPermitted, Refusal } from '#kernel/refusal.ts'
import { formPage } from '#web/layout/form-page.ts'
import { momentSent } from '#web/dates/moment-fields.ts'
import { backToProgress } from './addresses.ts'
import { beginTrackView } from './begin-track.view.ts'
import { endCaseView } from './end-case.view.ts'
import { moveStageView } from './move-stage.view.ts'
import type { Way } from './way-choice.ts'

type Asking = Pick<
  Awaited<ReturnType<(typeof getProcedure)['handle']>>['endings'][number],
  'code' | 'label' | 'needs' | 'fields'
>

/** A way on; what it lacks but for the fields, which are asked for on the page itself. */
const wayOf = (
  { code, label, needs, fields: asked }: Asking,
  hint: string | undefined,
  fields: readonly DetailField[],
): Way => ({
  code,
  label,
  hint,
  lacking: needs.filter(({ kind }) => kind !== 'field filled').map(({ text }) => text),
  asks: fields.filter(({ id }) => asked.includes(id)),
})

/** The page on which a case is moved on from the stage that a track of it is in. */
const moveStagePage = formPage({
  path: '/cases/:caseId/progress/move/:track',
  view: moveStageView,
  operation: moveStage,
  async show(ask, { caseId = '', track: code }) {
    const { tracks, fields, mayMove } = await ask(getProcedure, { caseId })
    if (!mayMove) throw new Refusal(notPermitted)
    const track = tracks.find((each) => each.code === code)
    return {
      caseNumber: caseId,
      stage: track?.current,
      undone: track?.undone ?? [],
      ways: (track?.outcomes ?? []).map((outcome) => wayOf(outcome, `${outcome.leadsTo}.`, fields)),
    }
  },
  next: backToProgress,
  banner: 'Case moved on',
})

/** The page on which a track is begun beside the one that a case is in. */
const beginTrackPage = formPage({
  path: '/cases/:caseId/progress/begin/:track',
  view: beginTrackView,
  operation: beginTrack,
  async show(ask, { caseId = '', track: code }) {
    const { tracks, mayMove } = await ask(getProcedure, { caseId })
    if (!mayMove) throw new Refusal(notPermitted)
    const track = tracks.find((each) => each.code === code)
    if (!track) throw new Refusal(invalidInput)
    return { caseNumber: caseId, track: track.name }
  },
  sent: (typed, parts) => ({ ...typed, Received: momentSent(typed, 'Received'), ...parts }),
  next: backToProgress,
  banner: 'Begun',
})

/** The page on which a case is ended otherwise than by an outcome. */
const endCasePage = formPage({
  path: '/cases/:caseId/progress/end',
  view: endCaseView,
  operation: endCase,
  async show(ask, { caseId = '' }) {
    const { endings, fields, mayEnd } = await ask(getProcedure, { caseId })
    if (!mayEnd) throw new Refusal(notPermitted)
    return {
      caseNumber: caseId,
      heading: 'End case',
      question: { name: 'Ending', text: 'How the case ends' },
      reason: 'Reason',
      ways: endings.map((ending) => wayOf(ending, undefined, fields)),
      none: 'There is no way to end this case now.',
    }
  },
  next: backToProgress,
  banner: 'Case ended',
})

/** The page on which a closed case is reopened. */
const reopenCasePage = formPage({
  path: '/cases/:caseId/progress/reopen',
  view: endCaseView,
  operation: reopenCase,
  async show(ask, { caseId = '' }) {
    const { reopenings, mayReopen } = await ask(getProcedure, { caseId })
    if (!mayReopen) throw new Refusal(notPermitted)
    return {
      caseNumber: caseId,
      heading: 'Reopen case',
      question: { name: 'Reopening', text: 'How the case is reopened' },
      reason: 'Reason',
      received: 'When the request for it was received, if that was not today (optional)',
      ways: reopenings.map(({ code, label, instead, withinDays }) => ({
        code,
        label,
        hint: insteadInWords(instead, withinDays),
        lacking: [],
        asks: [],
      })),
      none: 'This case cannot be reopened.',
    }
  },
  next: backToProgress,
  banner: (answer) =>
    typeof answer === 'object' &&
    answer &&
    'linkedCaseId' in answer &&
    typeof answer.linkedCaseId === 'number'
      ? `Case ${answer.linkedCaseId} opened, linked with this one`
      : 'Case reopened',
})

const insteadInWords = (instead: string | null, withinDays: number | null) => {
  if (instead === null) return undefined
  const late = `More than ${withinDays} days have gone by since the case was closed`
  return instead === 'linked case'
    ? `${late}: a new case is opened that is linked with this one.`
    : `${late}: it is too late for this.`
}

/** The pages on which a case is moved, ended or reopened, or a track of it is begun. */
export const movePages = [moveStagePage, beginTrackPage, endCasePage, reopenCasePage] as const
