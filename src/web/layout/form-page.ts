import type { Operation } from '#kernel/operation.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { errorSummary } from '#web/components/error-summary.ts'
import type { ErrorSummaryItem } from '#web/components/error-summary.ts'
import type { Versions } from './both-versions.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Page } from './layout.ts'
import type { Query } from './query.ts'

/** The parts of an address that vary: for `/cases/:caseId`, the case's number as text. */
export type PathParts = Readonly<Record<string, string>>

/** An operation whose answer is known. */
export type Asked<T> = Omit<Operation, 'handle'> & { handle(task: never): Promise<T> }

/** Performs an operation that reads, as the person who is signed in; throws a Refusal where the answer is no. */
export type Ask = <T>(operation: Asked<T>, sent: PathParts) => Promise<T>

/** What was typed, by the name of the field, as it came. */
export type Typed = Readonly<Record<string, string | undefined>>

/** What a form shows beside its own model: where it is sent, its token, what was typed and what is wrong with it. */
export type Form = {
  readonly action: string
  readonly csrfToken: string
  readonly typed: Typed
  readonly flaws: readonly Flaw[]
  /** From which address whoever fills it in has come. */
  readonly from?: string
  /** Which version of a thing it was opened with, where it changes one. */
  readonly versions?: Versions
}

/** A view of a page that only shows: view model in, page out. */
export type View<Model> = (model: Model) => Page

/** A view of a page with a form. */
export type FormView<Model> = (model: Model, form: Form) => Page

/** One look at a page: what its address is asked with, the banner that the page before left, the token of its forms. */
export type Visit = {
  readonly query: Query
  readonly banner: string | undefined
  readonly csrfToken: string
  /** From which address whoever looks at it has come. */
  readonly from: string
}

/** A page that shows; `show` gives its view model. */
export type ShowPage<Model> = {
  readonly path: string
  readonly view: View<Model>
  readonly show: (ask: Ask, parts: PathParts, visit: Visit) => Promise<Model>
}

/** A page whose form performs an operation; `next` gives the address to go to afterwards, `banner` what it says there. */
export type FormPage<Model> = {
  readonly path: string
  readonly view: FormView<Model>
  readonly operation: Operation
  readonly show: (ask: Ask, parts: PathParts, query: Query) => Promise<Model>
  readonly next: (parts: PathParts, answer: unknown) => string
  readonly banner: string | ((answer: unknown) => string)
  /** What the operation is sent, where it is not what was typed beside the parts of the address. */
  readonly sent?: (typed: Typed, parts: PathParts) => Typed
}

/** A button on a page that shows: where it is sent, the operation, where to go afterwards and what to leave there as banner. */
export type Action = {
  readonly path: string
  readonly operation: Operation
  readonly next: (parts: PathParts, answer: unknown) => string
  readonly banner: (parts: PathParts) => string
}

/** An address that hands out content as an operation gives it, such as a file; for a page of ours to show where `isPreview`. */
export type Handout = {
  readonly path: string
  readonly operation: Operation
  readonly isPreview?: boolean
}

/** A page that shows, its view model forgotten, as lists hold it. */
export type AnyShowPage = {
  readonly path: string
  readonly draw: (ask: Ask, parts: PathParts, visit: Visit) => Promise<Page>
}

/** A page with a form, its view model forgotten, as lists hold it. */
export type AnyFormPage = Omit<FormPage<never>, 'view' | 'show'> & {
  readonly draw: (ask: Ask, looked: Looked, form: Form) => Promise<Page>
}

/** What an address says of what is looked at. */
export type Looked = { readonly parts: PathParts; readonly query: Query }

/** Declares a page that shows. */
export const showPage = <Model>({ path, view, show }: ShowPage<Model>): AnyShowPage =>
  Object.freeze({
    path,
    draw: async (ask: Ask, parts: PathParts, visit: Visit) => view(await show(ask, parts, visit)),
  })

/** Declares a page whose form performs an operation. */
export const formPage = <Model>({ view, show, ...page }: FormPage<Model>): AnyFormPage =>
  Object.freeze({
    ...page,
    draw: async (ask: Ask, { parts, query }: Looked, form: Form) =>
      view(await show(ask, parts, query), form),
  })

/** A page with a form that shows what would come of what was typed; nothing is typed when it is opened. */
export type PreviewPage<Model> = Omit<FormPage<Model>, 'show'> & {
  readonly show: (ask: Ask, parts: PathParts, typed: Typed) => Promise<Model>
}

/** Declares a page with a form that shows what would come of what was typed. */
export const previewPage = <Model>({ view, show, ...page }: PreviewPage<Model>): AnyFormPage =>
  Object.freeze({
    ...page,
    draw: async (ask: Ask, { parts }: Looked, form: Form) =>
      view(await show(ask, parts, form.typed), form),
  })

/** Gives the title of a page with a form: it begins with "Error:" where something is wrong, as GOV.UK asks. */
export const formTitle = (title: string, form: Pick<Form, 'flaws'>): string =>
  form.flaws.length > 0 ? `Error: ${title}` : title

/** Gives the summary of all that is wrong, each linked to its field, or nothing. */
export const flawSummary = (form: Pick<Form, 'flaws'>): Html =>
  form.flaws.length === 0
    ? html``
    : errorSummary({ titleText: 'There is a problem', errorList: form.flaws.map(summaryItem) })

/** Gives what is wrong with a field, for its error message: the first flaw where there are several. */
export const messageOf = (
  form: Pick<Form, 'flaws'>,
  parameter: string,
): { readonly text: string } | undefined => {
  const flaw = form.flaws.find((each) => each.parameter === parameter)
  return flaw && { text: flaw.message }
}

/** Gives the hidden field that proves a form to be ours. */
export const csrfField = (csrfToken: string): Html =>
  html`<input type="hidden" name="csrfToken" value="${csrfToken}" />`

const summaryItem = (flaw: Flaw): ErrorSummaryItem => ({
  text: flaw.message,
  href: flaw.parameter === '' ? undefined : `#${flaw.parameter}`,
})
