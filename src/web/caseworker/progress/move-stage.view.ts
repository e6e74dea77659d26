import { checkboxes } from '#web/components/checkboxes.ts'
import { areaField, dateField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { progressForm } from './form-frame.ts'
import { wayChoice, type Way } from './way-choice.ts'

/** A stage that is to end, as the page shows it. */
export type MoveStage = {
  readonly caseNumber: string
  readonly stage: { readonly code: string; readonly name: string } | undefined
  readonly ways: readonly Way[]
  /** What the stage has raised and nobody has done. */
  readonly undone: readonly string[]
}

/** The page on which a case is moved on from the stage it is in. */
export const moveStageView: FormView<MoveStage> = ({ caseNumber, stage, ways, undone }, form) =>
  progressForm(
    {
      caseNumber,
      heading: stage ? `Move on from ${stage.name}` : 'Move on',
      submit: 'Move on',
      isEmpty: stage === undefined,
      whole: ['Stage', 'Seen'],
      fields: stage
        ? html`<input type="hidden" name="Stage" value="${stage.code}" />
            ${wayChoice({ name: 'Outcome', question: 'Outcome', ways }, form)}
            ${dateField(
              {
                name: 'Received',
                label:
                  'When the request for the next stage was received, if that was not today (optional)',
              },
              form,
            )}
            ${areaField(
              { name: 'Details', label: 'What else there is to say of it (optional)' },
              form,
            )}
            ${undone.length > 0 && undonePart(stage.name, undone, form)}`
        : html`<p class="govuk-body">There is no stage to move on from.</p>`,
    },
    form,
  )

/** What stays to be done beside the next stage, unless it is said that it is not needed. */
const undonePart = (name: string, undone: readonly string[], { typed }: Form): Html =>
  html`<h2 class="govuk-heading-s">What “${name}” leaves undone</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${undone.map((each) => html`<li>${each}</li>`)}
    </ul>
    ${checkboxes({
      name: 'DropUndone',
      items: [
        {
          value: 'true',
          text: 'None of this is needed any more',
          hint: { text: 'Without it all of this stays to be done when the case has moved on.' },
          checked: typed['DropUndone'] === 'true',
        },
      ],
    })}`

const model: MoveStage = {
  caseNumber: '1001',
  stage: { code: 'first', name: 'Stage 1 <now>' },
  ways: [
    {
      code: 'answered',
      label: 'Answered',
      hint: 'The case is closed.',
      lacking: ['2 points of complaint have no answer yet.'],
      asks: [
        {
          id: 'Finding',
          label: 'What was <found>',
          kind: 'text',
          isRequired: false,
          choices: undefined,
          value: '',
          mark: 'none',
        },
      ],
    },
    { code: 'escalated', label: 'Escalated', hint: 'Leads to “Stage 2”.', lacking: [], asks: [] },
  ],
  undone: ['Call the <customer>', 'Letter: Acknowledgement'],
}
const form = emptyForm('/cases/1001/progress/move/main')

/** Examples of the page, by what they show. */
export const moveStageExamples: Examples<FormView<MoveStage>> = {
  'a stage with two outcomes': [model, form],
  'an outcome for which something is lacking': [
    model,
    {
      ...form,
      typed: { Outcome: 'answered', Details: 'All is well' },
      flaws: [
        {
          parameter: 'Field.Finding',
          kind: 'missing',
          message: '“What was <found>” must be filled in first.',
        },
        { parameter: 'Outcome', kind: 'invalid', message: 'The clock is stopped.' },
      ],
    },
  ],
  'a stage that somebody else has ended': [
    { ...model, stage: undefined, ways: [], undone: [] },
    {
      ...form,
      flaws: [
        {
          parameter: 'Stage',
          kind: 'invalid',
          message: 'Okafor, Ife ended “Stage 1” on 6 July 2026, with the outcome “Answered”.',
        },
      ],
    },
  ],
}
