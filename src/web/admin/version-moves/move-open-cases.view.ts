import { stageParameter } from '#domain/version-moves/index.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { caseTypesAddress } from '#web/admin/case-types/addresses.ts'
import { emptyForm, selectField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { becomingPart, type Becoming } from './becoming-part.ts'
import { resultsPart, type LatestMove } from './results-part.ts'
import { casesInWords } from './words.ts'

/** What would become of the open cases of a type, what is to be chosen for them, and what the latest move came to. */
export type VersionMove = Becoming & {
  readonly name: string
  readonly stages: readonly {
    readonly track: string
    readonly stage: string
    readonly name: string
    readonly cases: number
    readonly choices: readonly { readonly code: string; readonly name: string }[]
  }[]
  readonly latest: LatestMove | undefined
}

const back = { href: caseTypesAddress, text: 'Back to case types' }

/** The mark of a form that is sent to be looked at, before what it asks for is done. */
const toLook = html`<input type="hidden" name="keptForm" value="look" />`

/** The page that shows what becomes of open cases under the version in force, moves them, and tells what it came to. */
export const moveOpenCasesView: FormView<VersionMove> = (model, form) => {
  const { older, latest } = model
  const isUnderWay = latest?.finishedAt === null && form.flaws.length === 0
  if (older.length === 0 || isUnderWay) return restingPage(model, form)
  return hasChoices(model) && form.typed['keptForm'] === undefined
    ? choicesPage(model, form)
    : checkPage(model, form)
}

/** Without the place among the results. */
const plainAddress = ({ action }: Form): string => action.split('?')[0] ?? action

const headingOf = ({ version }: VersionMove): string => `Move open cases to version ${version}`

const framed = (model: VersionMove, form: Form) => ({
  caption: model.name,
  heading: headingOf(model),
  back,
  before: model.latest && resultsPart(model.latest, plainAddress(form)),
})

const restingPage = (model: VersionMove, form: Form) => ({
  title: `${headingOf(model)}: ${model.name}`,
  back,
  content: html`<span class="govuk-caption-l">${model.name}</span>
    <h1 class="govuk-heading-l">${headingOf(model)}</h1>
    ${model.latest && resultsPart(model.latest, plainAddress(form))}
    ${
      model.older.length === 0 &&
      html`<p class="govuk-body">
        Every open case that you may see is under version ${model.version} already.
      </p>`
    }`,
})

/** First what is to be chosen, where there is anything; then what comes of that, to be agreed. */
const choicesPage = (model: VersionMove, form: Form) =>
  adminForm(
    {
      ...framed(model, form),
      submit: 'Show what becomes of the cases',
      fields: html`${becomingPart(model)} ${choiceFields(model, form)} ${toLook}`,
    },
    form,
  )

const checkPage = (model: VersionMove, form: Form) =>
  adminForm(
    {
      ...framed(model, form),
      submit: 'Agree and move the open cases',
      isWarning: true,
      fields: html`${becomingPart(model)}
        ${
          hasChoices(model) &&
          html`<p class="govuk-body">
            <a class="govuk-link" href="${plainAddress(form)}">Choose otherwise</a>
          </p>`
        }
        ${choiceNames(model).map(
          (name) => html`<input type="hidden" name="${name}" value="${form.typed[name] ?? ''}" />`,
        )} <input type="hidden" name="Version" value="${model.version}" />`,
    },
    form,
  )

const hasSensitive = ({ fields }: VersionMove): boolean =>
  fields.some(({ isSensitive, cases }) => isSensitive && cases > 0)

const choiceNames = (model: VersionMove): readonly string[] => [
  ...model.stages.map(({ track, stage }) => stageParameter(track, stage)),
  ...(hasSensitive(model) ? ['Sensitive'] : []),
]

const hasChoices = (model: VersionMove): boolean => choiceNames(model).length > 0

const choiceFields = (model: VersionMove, form: Form): Html =>
  html`<h2 class="govuk-heading-m">What becomes of cases that cannot stay as they are</h2>
    ${model.stages.map(({ track, stage, name, cases, choices }) =>
      selectField(
        {
          name: stageParameter(track, stage),
          label: `Stage for cases in “${name}”`,
          hint: `${casesInWords(cases)}. The times of the stage count from the day on which “${name}” began.`,
          none: 'None: these cases stay under their version',
          choices: choices.map((choice) => ({ value: choice.code, text: choice.name })),
        },
        form,
      ),
    )}
    ${
      hasSensitive(model) &&
      selectField(
        {
          name: 'Sensitive',
          label: 'Cases with a sensitive answer that has no field',
          hint: 'What is removed cannot be had back.',
          none: 'They stay under their version',
          choices: [{ value: 'remove', text: 'They are moved, and the answer is removed' }],
        },
        form,
      )
    }`

const model: VersionMove = {
  name: 'Allotment',
  version: 4,
  older: [
    { version: 2, cases: 1 },
    { version: 3, cases: 700 },
  ],
  fields: [
    { label: 'Health <notes>', isSensitive: true, isGone: true, cases: 2, example: 1001 },
    { label: 'Soil', isSensitive: false, isGone: false, cases: 1, example: 1003 },
  ],
  parts: { stages: ['Visit'], letters: ['ALLOTMENT-VISIT'] },
  work: [{ kind: 'letter', name: 'We will visit', cases: 12 }],
  stages: [
    {
      track: 'main',
      stage: 'visit',
      name: 'Visit',
      cases: 12,
      choices: [{ code: 'look', name: 'Looking into it' }],
    },
  ],
  becomesConfidential: true,
  lookedAt: 500,
  staying: { cases: 2, first: [{ caseId: 1002, why: 'stage' }] },
  dates: {
    deadlines: 2,
    cases: 1,
    moves: [{ caseId: 1001, deadline: 'Visit', from: '6 July 2031', to: 'none' }],
  },
  latest: {
    toVersion: 3,
    requestedBy: 'Okafor, Ife',
    requestedAt: new Date('2031-05-21T09:15:00Z'),
    finishedAt: new Date('2031-05-21T09:16:00Z'),
    moved: 40,
    stayed: 1,
    left: 0,
    lines: [
      {
        caseId: 1002,
        result: 'stage',
        fromVersion: 2,
        targetBefore: '2031-07-06',
        targetAfter: null,
      },
    ],
    next: 1002,
  },
}
const form = emptyForm(`${caseTypesAddress}/published/Allotment/open-cases`)

/** Examples of the page, by what they show. */
export const moveOpenCasesExamples: Examples<FormView<VersionMove>> = {
  'cases to move, with a stage to choose': [
    model,
    {
      ...form,
      flaws: [
        {
          parameter: 'Stage.main.visit',
          kind: 'invalid',
          message: 'Select a stage of the version in force',
        },
      ],
    },
  ],
  'what comes of the choice, to be agreed': [model, { ...form, typed: { keptForm: 'look' } }],
}
