import type { PlacedField } from '#domain/case-types/index.ts'
import { assets } from '#web/layout/assets.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

type Showing = PlacedField['showing']

/** How the fields of a form are drawn: each by itself, and the name under which its answer is sent. */
export type Drawing<T> = {
  readonly draw: (field: T) => Html
  readonly nameOf: (id: string) => string
}

/** The fields of a form in their sections; what waits for an answer says so, and a script shows and hides it. */
export const placedFields = <T extends PlacedField>(
  fields: readonly T[],
  { draw, nameOf }: Drawing<T>,
): Html => {
  const sections = [...Map.groupBy(fields, ({ section }) => section?.id).values()]
  const each = (field: T): Html => waiting(field.showing, draw(field), nameOf)
  const isWaiting = fields.some(({ showing, section }) => showing ?? section?.showing)
  return html`${sections.map((of) => sectionPart(of[0]?.section, html`${of.map(each)}`, nameOf))}
  ${isWaiting && html`<script type="module" src="${assets.shownWhen.address}"></script>`}`
}

const sectionPart = (
  section: PlacedField['section'],
  fields: Html,
  nameOf: Drawing<never>['nameOf'],
): Html => {
  if (!section) return fields
  const { id, title, hint, showing } = section
  const content = html`<section aria-labelledby="section-${id}">
    <h2 class="govuk-heading-m" id="section-${id}">${title}</h2>
    ${hint !== undefined && html`<p class="govuk-hint">${hint}</p>`} ${fields}
  </section>`
  return waiting(showing, content, nameOf)
}

const waiting = (showing: Showing, content: Html, nameOf: Drawing<never>['nameOf']): Html => {
  if (!showing) return content
  const { when, words } = showing
  const line = html`<p class="govuk-hint app-waiting__words">${words}</p>
    ${content}`
  const name = nameOf(when.field)
  return when.values === undefined
    ? html`<div class="app-waiting" data-shown-when="${name}">${line}</div>`
    : html`<div
        class="app-waiting"
        data-shown-when="${name}"
        data-shown-values="${JSON.stringify(when.values)}"
      >
        ${line}
      </div>`
}
