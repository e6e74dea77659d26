import type { ProcedureStage, Track } from '#domain/procedures/index.ts'
import { partButtons } from '#web/admin/case-types/part-buttons.ts'
import type { ShownDraft } from '#web/admin/case-types/shown-draft.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { changeAddress, encoded } from './addresses.ts'
import { partList } from './part-list.ts'
import { listsOfStage } from './stage-lists.ts'

/** A stage of a draft, and where it stands among the others. */
export type StageCard = {
  readonly draft: ShownDraft
  readonly track: Track
  readonly stage: ProcedureStage
  readonly at: number
  readonly csrfToken: string
}

/** A stage as a card: its wording, who works it, and all that belongs to it, each with its ways to change. */
export const stageCard = ({ draft: shown, track, stage, at, csrfToken }: StageCard): Html => {
  const { draft } = shown
  const { code, name, status, customerStatus, team } = stage
  const isOpening = at === 0 && track.begins === 'opening'
  return html`<section class="app-entry" aria-labelledby="stage-${code}">
    <h3 class="govuk-heading-s app-entry__heading" id="stage-${code}">
      <a class="govuk-link" href="${changeAddress(draft, ['stages', code])}">${name}</a>
    </h3>
    <p class="govuk-body">
      Staff read “${status}”, the customer reads “${customerStatus}”. It is worked by
      ${team === undefined ? 'whoever has the case' : `the team ${team}`}.
    </p>
    ${listsOfStage(shown, stage, isOpening).map(
      (list) =>
        html`<h4 class="govuk-heading-s">${list.title}</h4>
          ${partList(list, { draft, csrfToken })}`,
    )}
    ${partButtons({
      draft,
      part: encoded(['stages', code]),
      name,
      csrfToken,
      isFirst: at === 0,
      isLast: at === track.stages.length - 1,
    })}
  </section>`
}
