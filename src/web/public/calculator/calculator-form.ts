import { nations, type Nation } from '#domain/calendar/index.ts'
import { button } from '#web/components/button.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { input } from '#web/components/input.ts'
import { radios } from '#web/components/radios.ts'
import { select } from '#web/components/select.ts'
import { messageOf } from '#web/layout/form-page.ts'
import { html, type Html } from '#web/layout/html.ts'
import type { Calculation } from './calculate.ts'
import { calculatorAddress } from './address.ts'
import { eventFields } from './event-fields.ts'
import { ruleGroups } from './rule-groups.ts'
import { typedDateInput } from './typed-date-input.ts'

/** What nations are called. */
export const nationNames: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

/** The form: what is counted, where and from when, and then what happened. Its first button is what Enter presses. */
export const calculatorForm = (calculation: Calculation): Html =>
  html`<form
    class="app-calculator-form"
    action="${calculatorAddress}"
    method="get"
    autocomplete="off"
    novalidate
  >
    ${ruleField(calculation)} ${numberField(calculation)} ${nationField(calculation)}
    ${receivedField(calculation)} ${timeField(calculation)} ${clockField(calculation)}
    ${leftField(calculation)} ${button({ text: 'Work out the date' })} ${eventFields(calculation)}
  </form>`

const ruleField = (calculation: Calculation): Html =>
  select({
    name: 'rule',
    classes: 'app-rule',
    label: { text: 'What the deadline is for', classes: 'govuk-label--m' },
    hint: { text: 'Time limits are grouped by the law or code that they come from.' },
    errorMessage: messageOf(calculation, 'rule'),
    value: calculation.rule?.id,
    items: [{ value: '', text: 'Select a time limit' }],
    // the list is too long without
    groups: ruleGroups.map(({ title, rules }) => ({
      label: title,
      items: rules.map((rule) => ({ value: rule.id, text: rule.title })),
    })),
  })

/** Asked where the rule leaves its number open, or where one was typed before another rule was chosen. */
const numberField = (calculation: Calculation): Html | undefined => {
  const { rule, typed } = calculation
  const version = rule?.versions.at(-1)
  if (!version?.isConfigurable && !typed['number']) return undefined
  const usual = version?.counting.number
  return input({
    name: 'number',
    label: { text: 'Number of days that the organisation has set', classes: 'govuk-label--m' },
    hint: {
      text: usual ? `Leave it empty to count ${usual}.` : 'Nothing is settled until it is set.',
    },
    classes: 'govuk-input--width-4',
    inputmode: 'numeric',
    value: typed['number'],
    errorMessage: messageOf(calculation, 'number'),
  })
}

const nationField = (calculation: Calculation): Html =>
  radios({
    name: 'nation',
    value: calculation.typed['nation'],
    classes: 'govuk-radios--small',
    fieldset: {
      legend: {
        text: 'Where the organisation that must answer is',
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: { text: 'Bank holidays differ.' },
    errorMessage: messageOf(calculation, 'nation'),
    items: nations.map((nation) => ({ value: nation, text: nationNames[nation] })),
  })

const receivedField = (calculation: Calculation): Html => {
  const { typed, flaws, rule } = calculation
  const flaw = flaws.find(({ parameter }) => parameter.startsWith('received-'))
  const trigger = rule?.versions.at(-1)?.trigger
  return typedDateInput({
    prefix: 'received',
    legend: 'Date received',
    legendClasses: 'govuk-fieldset__legend--m',
    hint: trigger
      ? `The day on which ${trigger}. For example, 27 3 2027.`
      : 'The day that is counted from. For example, 27 3 2027.',
    typed,
    message: flaw?.message,
  })
}

const timeField = (calculation: Calculation): Html =>
  input({
    name: 'time',
    label: { text: 'Time received (optional)', classes: 'govuk-label--m' },
    hint: {
      text: 'For example, 17:30 or 5:30pm. Only time limits counted in hours need it.',
    },
    classes: 'govuk-input--width-5',
    value: calculation.typed['time'],
    errorMessage: messageOf(calculation, 'time'),
  })

/** Asked only of a time that clocks skipped, or showed twice. */
const clockField = (calculation: Calculation): Html | undefined =>
  calculation.doubt &&
  radios({
    name: 'clock',
    value: calculation.typed['clock'],
    classes: 'govuk-radios--small',
    fieldset: {
      legend: { text: 'Which time is meant', classes: 'govuk-fieldset__legend--m' },
    },
    errorMessage: messageOf(calculation, 'clock'),
    items: calculation.doubt.choices.map(({ clock, hint }) => ({
      value: clock,
      text: clock === 'BST' ? 'British Summer Time (BST)' : 'Greenwich Mean Time (GMT)',
      hint: { text: hint },
    })),
  })

const leftField = ({ typed }: Calculation): Html =>
  checkboxes({
    name: 'left',
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'today',
        text: 'Say how many working days are left today',
        checked: typed['left'] === 'today',
      },
    ],
  })
