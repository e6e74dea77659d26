import { errorSummary } from '#web/components/error-summary.ts'
import type { ErrorSummaryItem } from '#web/components/error-summary.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Page } from './layout.ts'

/** The parts of an address that vary: for `/cases/:caseId`, the case's number as text. */
export type PathParts = Readonly<Record<string, string>>

/** A fault in what was typed, by the parameter it belongs to. */
export type Flaw = { readonly parameter: string; readonly message: string }

/** What was typed, by the name of the field, as it came. */
export type Typed = Readonly<Record<string, string | undefined>>

/** What a form shows beside its own model: where it is sent, its token, what was typed and what is wrong with it. */
export type Form = {
  readonly action: string
  readonly csrfToken: string
  readonly typed: Typed
  readonly flaws: readonly Flaw[]
}

/** A view of a page that only shows: view model in, page out. */
export type View<Model> = (model: Model) => Page

/** A view of a page with a form. */
export type FormView<Model> = (model: Model, form: Form) => Page

/** A page that shows; `show` gives its view model, asking `ask` for what it needs. */
export type ShowPage<Model, Ask> = {
  readonly path: string
  readonly view: View<Model>
  readonly show: (parts: PathParts, ask: Ask) => Promise<Model>
}

/** A page whose form performs an operation; `then` gives the address to go to afterwards, `banner` what it says there. */
export type FormPage<Model, Ask, Operation> = {
  readonly path: string
  readonly view: FormView<Model>
  readonly operation: Operation
  readonly show: (parts: PathParts, ask: Ask) => Promise<Model>
  readonly then: (parts: PathParts) => string
  readonly banner: string
}

/** Gives the title of a page with a form: it begins with "Error:" where something is wrong, as GOV.UK asks. */
export const formTitle = (title: string, form: Form): string =>
  form.flaws.length > 0 ? `Error: ${title}` : title

/** Gives the summary of all that is wrong, each linked to its field, or nothing. */
export const flawSummary = (form: Form): Html =>
  form.flaws.length === 0
    ? html``
    : errorSummary({ titleText: 'There is a problem', errorList: form.flaws.map(summaryItem) })

/** Gives what is wrong with a field, for its error message: the first flaw where there are several. */
export const messageOf = (form: Form, parameter: string): { readonly text: string } | undefined => {
  const flaw = form.flaws.find((each) => each.parameter === parameter)
  return flaw && { text: flaw.message }
}

/** Gives the hidden field that proves the form to be ours. */
export const csrfField = (form: Form): Html =>
  html`<input type="hidden" name="csrfToken" value="${form.csrfToken}" />`

const summaryItem = (flaw: Flaw): ErrorSummaryItem => ({
  text: flaw.message,
  href: `#${flaw.parameter}`,
})
