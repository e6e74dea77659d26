import { hideFirstSteps, type getFirstSteps } from '#domain/first-steps/index.ts'
import { apiKeysAddress } from '#web/admin/api-keys/addresses.ts'
import { caseTypesAddress } from '#web/admin/case-types/addresses.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import type { Action } from '#web/layout/form-page.ts'
import type { FirstSteps } from './first-steps-part.ts'

type Progress = NonNullable<Awaited<ReturnType<(typeof getFirstSteps)['handle']>>>

/** Shows the first steps no longer. */
export const hideFirstStepsAction: Action = {
  path: '/admin/first-steps/hide',
  operation: hideFirstSteps,
  next: () => '/admin',
  banner: () => 'The first steps are shown no longer',
}

/** The first steps as they are shown: what has been done, where each is done, and the call to make. */
export const shownSteps = (progress: Progress, site: string, csrfToken: string): FirstSteps => ({
  steps: [
    {
      text: 'Make an API key',
      hint: 'Its secret is shown to you once: keep both halves at hand for the next step.',
      href: `${apiKeysAddress}/new`,
      isDone: progress.hasKey,
    },
    {
      text: 'Create a case through the interface',
      hint: 'Put the two halves of the key into KEY and SECRET, and type this into a terminal.',
      call: callOf(progress, site),
      isDone: progress.caseId !== null,
    },
    {
      text: 'Work the case',
      hint: 'Take it, add a note, move it on.',
      href: progress.caseId === null ? undefined : caseAddress(progress.caseId),
      isDone: progress.isWorked,
    },
    {
      text: 'Publish a case type',
      hint: 'Start a draft of one, change something, look at the preview and publish it.',
      href: caseTypesAddress,
      isDone: progress.hasPublished,
    },
  ],
  csrfToken,
})

/** What signs the call is the day and the secret (contract 3.2). */
const callOf = ({ organisation, caseType }: Progress, site: string): readonly string[] => [
  'TODAY=$(date -u +%F)',
  'SIGNATURE=$(printf %s "$TODAY$SECRET" | md5sum | cut -d" " -f1)',
  `curl -i "${site}/createcase?db=${organisation}" -d Type=${caseType ?? 'Complaint'} -d Customer.Surname=Green -d RequestDate=$TODAY -d Key=$KEY -d Signature=$SIGNATURE`,
]
