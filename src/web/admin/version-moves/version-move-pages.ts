import { getVersionMove, moveOpenCases } from '#domain/version-moves/index.ts'
import { movesInWords } from '#web/admin/calendars/preview-part.ts'
import { caseTypesAddress } from '#web/admin/case-types/addresses.ts'
import type { AnyFormPage, Ask, Typed } from '#web/layout/form-page.ts'
import { moveOpenCasesView } from './move-open-cases.view.ts'
import type { VersionMove } from './move-open-cases.view.ts'

/** What was chosen; the rest of a form is no matter of what comes of that. */
const chosenIn = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value = '']) =>
      name.startsWith('Stage.') || (name === 'Sensitive' && value === 'remove')
        ? [[name, value]]
        : [],
    ),
  )

async function shown(ask: Ask, sent: Readonly<Record<string, string>>): Promise<VersionMove> {
  const { dates, ...move } = await ask(getVersionMove, sent)
  return { ...move, dates: movesInWords(dates) }
}

/** The page about moving open cases to the version in force. */
export const versionMovePage: AnyFormPage = Object.freeze({
  path: `${caseTypesAddress}/published/:caseType/open-cases`,
  operation: moveOpenCases,
  async draw(ask, { parts: { caseType = '' }, query }, form) {
    const after = /^\d{1,12}$/.exec(query['After']?.[0] ?? '')?.[0]
    const sent = { caseType, ...(after ? { After: after } : {}), ...chosenIn(form.typed) }
    return moveOpenCasesView(await shown(ask, sent), form)
  },
  next: () => caseTypesAddress,
  banner: (answer) =>
    (answer as { cases: number }).cases === 0
      ? 'There was no case to move'
      : 'Open cases are being moved: follow “Move open cases” to see what becomes of each',
} satisfies AnyFormPage)
