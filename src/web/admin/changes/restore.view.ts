import { button } from '#web/components/button.ts'
import { summaryList } from '#web/components/summary-list.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import type { ShownChange } from './changes-in-words.ts'

/** The change whose opposite is about to be done. */
export type Restoring = ShownChange & { readonly changesAddress: string }

/** Shows a change, and asks whether what there was before is to be put back. */
export const restoreView: FormView<Restoring> = (model, form) => ({
  title: formTitle(`Put back what there was before change ${model.changeId}`, form),
  back: { href: model.changesAddress, text: 'Back to the change log' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <h1 class="govuk-heading-l">Put back what there was before change ${model.changeId}</h1>
      ${summaryList({
        rows: [
          { key: { text: 'What was changed' }, value: { text: model.what } },
          { key: { text: 'When' }, value: { text: dateAndTime(model.changedAt) } },
          { key: { text: 'Who' }, value: { text: model.who } },
          { key: { text: 'What is different' }, value: { text: model.differences.join(' ') } },
        ],
      })}
      <p class="govuk-body">
        It takes effect at once, and is written into the change log as a change of its own.
      </p>
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)} ${button({ text: 'Put it back', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const model: Restoring = {
  changeId: 12,
  changedAt: new Date('2026-04-02T08:05:00Z'),
  who: 'Okafor, Ife',
  what: 'Setting isStrict',
  differences: ['Value was no, is yes.'],
  restores: undefined,
  restoredBy: undefined,
  changesAddress: '/admin/changes',
}
const form = { action: '/admin/changes/12/restore', csrfToken: 'example', typed: {}, flaws: [] }
const message = 'It was changed again since: put back the later change first'

/** Examples of the page, by what they show. */
export const restoreExamples: Examples<typeof restoreView> = {
  'before it is put back': [model, form],
  'where it cannot be': [model, { ...form, flaws: [{ parameter: '', kind: 'invalid', message }] }],
}
