import {
  activityKinds,
  isCounted,
  linkRequest,
  recordCost,
  unlinkRequest,
  withdrawCost,
} from '#domain/information/index.ts'
import { unknownCase, Refusal } from '#kernel/refusal.ts'
import { capital } from '#web/caseworker/complaint/choices-of.ts'
import { asking } from './asking.ts'

const recordPage = asking({
  path: 'cost/new',
  operation: recordCost,
  banner: 'Work recorded',
  form: () => ({
    heading: 'Record work on the request',
    submit: 'Record work',
    questions: [
      {
        as: 'radios',
        name: 'Kind',
        label: 'What the work is',
        choices: activityKinds.map((value) => ({
          value,
          text: capital(value) + (isCounted(value) ? '' : ' (does not count towards the limit)'),
        })),
      },
      {
        as: 'radios',
        name: 'Estimate',
        label: 'Is it done?',
        choices: [
          { value: 'false', text: 'It is done' },
          { value: 'true', text: 'It is an estimate of all work of this kind' },
        ],
        value: 'false',
      },
      { as: 'line', name: 'Minutes', label: 'Minutes' },
      { as: 'line', name: 'WorkedBy', label: 'Who does it (optional)', hint: 'You, if left out' },
      { as: 'date', name: 'DoneOn', label: 'When (optional)' },
      { as: 'area', name: 'Note', label: 'Note (optional)' },
    ],
  }),
})

const withdrawPage = asking({
  path: 'cost/:activity/withdraw',
  operation: withdrawCost,
  banner: 'Work taken back',
  form({ activities }, { activity = '' }) {
    const found = activities.find((each) => String(each.activity) === activity)
    return {
      heading: `Take back work ${activity}`,
      submit: 'Take work back',
      about: found
        ? `${capital(found.kind)}, ${found.minutes} minutes by ${found.workedBy}`
        : 'It has been taken back already.',
      questions: [],
    }
  },
})

const linkPage = asking({
  path: 'links/new',
  operation: linkRequest,
  banner: 'Request linked',
  form: () => ({
    heading: 'Link another request',
    submit: 'Link request',
    about:
      'Requests of one person count together by themselves, where they were received within 60 consecutive working days.',
    questions: [
      { as: 'line', name: 'OtherCase', label: 'Number of the other case' },
      {
        as: 'radios',
        name: 'How',
        label: 'How they hang together',
        choices: [
          { value: 'in concert', text: 'Different people who act in concert: count them together' },
          {
            value: 'different information',
            text: 'About different information: do not count them together',
          },
        ],
      },
      { as: 'area', name: 'Reason', label: 'Why' },
    ],
  }),
})

const unlinkPage = asking({
  path: 'links/:otherCase/unlink',
  operation: unlinkRequest,
  banner: 'Request unlinked',
  form({ cost }, { otherCase = '' }) {
    const found = cost.links.find(({ caseId }) => String(caseId) === otherCase)
    if (!found) throw new Refusal(unknownCase)
    return {
      heading: `Unlink case ${otherCase}`,
      submit: 'Unlink',
      about: `${capital(found.how)}\n${found.reason ?? ''}`.trimEnd(),
      questions: [],
    }
  },
})

/** The pages with forms about what a request costs. */
export const costPages = [recordPage, withdrawPage, linkPage, unlinkPage]
