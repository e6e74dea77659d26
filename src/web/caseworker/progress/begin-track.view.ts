import { askedBack, momentFields } from '#web/dates/moment-fields.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { progressForm } from './form-frame.ts'

/** A track that is to begin, as the page shows it. */
export type BeginTrack = {
  readonly caseNumber: string
  readonly track: string
}

/** The page on which a track is begun beside the one that a case is in. */
export const beginTrackView: FormView<BeginTrack> = ({ caseNumber, track }, sent) => {
  const form = askedBack(sent, 'Received', 'When it was received')
  return progressForm(
    {
      caseNumber,
      heading: `Begin: ${track}`,
      submit: 'Begin',
      whole: ['Track', 'Seen'],
      fields: momentFields(
        {
          name: 'Received',
          label:
            'When what it begins for was received or became known, if that was not now (optional)',
          timeLabel: 'Time (optional)',
          timeHint: 'For example, 17:30 or 5:30pm. Times that are counted in hours need it.',
        },
        form,
      ),
    },
    form,
  )
}

const model: BeginTrack = { caseNumber: '1001', track: 'Emergency <hazard>' }
const form = emptyForm('/cases/1001/progress/begin/emergency')

/** Examples of the page, by what they show. */
export const beginTrackExamples: Examples<FormView<BeginTrack>> = {
  'a track that can begin': [model, form],
  'a day that lies ahead': [
    model,
    {
      ...form,
      typed: { Received: '6/7/2031' },
      flaws: [
        {
          parameter: 'Received',
          kind: 'invalid',
          message: 'Date received must be today or in the past',
        },
      ],
    },
  ],
}
