import { exampleFound, finder, nobodySought } from '#web/caseworker/people/finder.ts'
import { alertLines } from '#web/caseworker/people/party-record.ts'
import { answerInput } from '#web/caseworker/details/detail-input.ts'
import { placedFields } from '#web/caseworker/details/placed-fields.ts'
import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { radios } from '#web/components/radios.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import {
  attachAddress,
  callAddress,
  callerAddress,
  draftsAddress,
  stepAddress,
} from './addresses.ts'
import { methodField, newPersonFields } from './call-fields.ts'
import { exampleCaller, exampleTold } from './call-examples.ts'
import type { Call, Caller } from './shown-call.ts'

/** The page on which a call is recorded: who calls, what about, then the form. */
export const recordCallView: FormView<Call> = (call, form) => ({
  title: formTitle(`Record a call: ${headings[call.step]}`, form),
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${call.banner !== undefined && notificationBanner({ text: call.banner, type: 'success' })}
      ${flawSummary(form)}
      <span class="govuk-caption-l">Record a call</span>
      <h1 class="govuk-heading-l">${headingOf(call)}</h1>
      ${call.caller && callerPart(call.caller)} ${steps[call.step](call, form)}
    </div>
  </div>`,
})

const headings = { who: 'Who is calling', what: 'What it is about', form: 'Details' } as const

const headingOf = ({ step, told }: Call): string =>
  step === 'form' ? (told.caseType?.label ?? headings.form) : headings[step]

const callerPart = ({ name, address, facts, alerts, openCases }: Caller): Html =>
  html`<section class="app-entry" aria-labelledby="caller">
    <h2 class="govuk-heading-m app-entry__heading" id="caller">
      <a class="govuk-link" href="${address}">${name}</a>
    </h2>
    <p class="govuk-body-s app-entry__text">${facts.join(' · ')}</p>
    ${alertLines(alerts)}
    ${
      openCases.length === 0
        ? html`<p class="govuk-body">No open case that you may see.</p>`
        : html`<h3 class="govuk-heading-s">Open cases</h3>
            <ul class="govuk-list">
              ${openCases.map(
                ({ text, href, more }) =>
                  html`<li><a class="govuk-link" href="${href}">${text}</a> ${more}</li>`,
              )}
            </ul>`
    }
  </section>`

const whoStep = (call: Call, form: Form): Html =>
  html`${finder(
      {
        ...call.found,
        label: 'Find the caller',
        heading: 'Choose the caller',
        wayTo: ({ customerId }) => stepAddress({ Person: String(customerId) }),
      },
      { ...form, action: callerAddress },
    )}
    <p class="govuk-body">
      <a class="govuk-link" href="${stepAddress({ New: 'yes' })}"
        >Somebody who is not on record, or who gives no name</a
      >
    </p>
    ${call.drafts.length > 0 && draftsPart(call, form)}`

const draftsPart = ({ drafts }: Call, { csrfToken }: Form): Html =>
  html`<h2 class="govuk-heading-m">Your drafts</h2>
    ${drafts.map(
      ({ text, address, dropAddress }) =>
        html`<div class="app-entry">
          <p class="govuk-body"><a class="govuk-link" href="${address}">${text}</a></p>
          <form action="${dropAddress}" method="post">
            ${csrfField(csrfToken)}
            ${button({
              html: html`Throw away<span class="govuk-visually-hidden">: ${text}</span>`,
              classes: 'govuk-button--secondary',
            })}
          </form>
        </div>`,
    )}`

const whatStep = (call: Call, form: Form): Html =>
  html`<form action="${callAddress}" method="get" novalidate>
    ${hidden(call, form)}
    ${radios({
      name: 'CaseType',
      fieldset: {
        legend: { text: 'What is the call about?', classes: 'govuk-fieldset__legend--m' },
      },
      items: call.told.caseTypes.map(({ name, label }) => ({ value: name, text: label })),
      errorMessage: messageOf(form, 'CaseType'),
    })}
    ${button({ text: 'Continue' })}
  </form>`

const formStep = (call: Call, form: Form): Html =>
  html`<form action="${callAddress}" method="post" novalidate>
    ${csrfField(form.csrfToken)} ${hidden(call, form)}
    <input type="hidden" name="CaseType" value="${call.told.caseType?.name ?? ''}" />
    ${placedFields(call.told.fields, { draw: (field) => answerInput(field, field.id, form), nameOf: (id) => id })}
    ${call.told.methods.length > 0 && methodField(call.told.methods, form)}
    ${
      !call.caller &&
      html`<h2 class="govuk-heading-m">Who is calling</h2>
        ${newPersonFields(form)}`
    }
    ${call.attached.length > 0 && attachedPart(call)}
    <div class="govuk-button-group">
      ${button({ text: 'Record call', preventDoubleClick: true })}
      ${button({
        text: 'Attach documents',
        classes: 'govuk-button--secondary',
        attributes: { formaction: attachAddress },
      })}
      ${button({
        text: 'Keep as a draft',
        classes: 'govuk-button--secondary',
        attributes: { formaction: draftsAddress },
      })}
      <a class="govuk-link" href="${callAddress}">Start again</a>
    </div>
  </form>`

const attachedPart = ({ attached }: Call): Html =>
  html`<h2 class="govuk-heading-m">Attached</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${attached.map((each) => html`<li class="app-entry__text">${each}</li>`)}
    </ul>`

const steps = { who: whoStep, what: whatStep, form: formStep } as const

const hidden = ({ caller, draft }: Call, form: Form): Html =>
  html`${field('Person', caller?.number)} ${field('Draft', draft)}
  ${field('New', caller ? undefined : form.typed['New'])}`

const field = (name: string, value: string | undefined): Html | undefined =>
  value === undefined ? undefined : html`<input type="hidden" name="${name}" value="${value}" />`

const start: Call = {
  banner: undefined,
  step: 'who',
  found: nobodySought,
  caller: undefined,
  drafts: [],
  draft: undefined,
  attached: [],
  told: exampleTold,
}
const form: Form = { action: callAddress, csrfToken: 'example', typed: {}, flaws: [] }

/** Examples of the page, by what they show. */
export const recordCallExamples: Examples<FormView<Call>> = {
  'before anybody is sought': [start, form],
  'people and drafts': [
    {
      ...start,
      found: { sought: 'Okafor', people: [exampleFound], hasMore: false },
      drafts: [
        { text: 'Repair', address: '/calls/new?Draft=1', dropAddress: '/calls/drafts/1/drop' },
      ],
    },
    form,
  ],
  'what it is about': [{ ...start, step: 'what', caller: exampleCaller }, form],
  'the form for somebody new, with something missing': [
    {
      ...start,
      step: 'form',
      banner: '1 document added',
      draft: '1',
      attached: ['Plan <1>.pdf, 52 KB'],
    },
    {
      ...form,
      typed: { New: 'yes' },
      flaws: [{ parameter: 'Details', kind: 'missing', message: 'Enter what happened' }],
    },
  ],
  'the form for somebody known': [
    { ...start, step: 'form', caller: { ...exampleCaller, openCases: [], alerts: [] } },
    form,
  ],
}
