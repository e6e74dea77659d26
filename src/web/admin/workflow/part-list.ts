import { partButtons } from '#web/admin/case-types/part-buttons.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { changeAddress, encoded } from './addresses.ts'

/** Parts of a workflow that stand in one list, each with the lists that belong to it. */
export type PartList = {
  readonly path: readonly string[]
  readonly title: string
  /** What is said to add one. */
  readonly add: string
  /** To what it is added, in words that only a screen reader speaks. */
  readonly owner: string
  readonly parts: readonly ListedPart[]
}

/** A part as its list shows it; what goes by its place is called by it and is in no order. */
export type ListedPart = {
  readonly name: string
  readonly text: string
  readonly isUnordered?: boolean
  readonly lists?: readonly PartList[]
}

type Place = { readonly draft: number; readonly csrfToken: string }

/** A list of parts, each with the ways to change, move and remove it, and the way to add one. */
export const partList = (list: PartList, place: Place): Html =>
  html`${
      list.parts.length > 0 &&
      html`<ul class="govuk-list">
        ${list.parts.map((part, at) => listedPart(part, { ...place, list, at }))}
      </ul>`
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${changeAddress(place.draft, list.path)}"
        >${list.add}<span class="govuk-visually-hidden"> ${list.owner}</span></a
      >
    </p>`

type Listed = Place & { readonly list: PartList; readonly at: number }

const listedPart = (part: ListedPart, { draft, csrfToken, list, at }: Listed): Html => {
  const { name, text, isUnordered = false, lists = [] } = part
  const path = [...list.path, name]
  return html`<li>
    <a class="govuk-link" href="${changeAddress(draft, path)}">${text}</a>
    ${partButtons({
      draft,
      part: encoded(path),
      name: text,
      csrfToken,
      isFirst: isUnordered || at === 0,
      isLast: isUnordered || at === list.parts.length - 1,
    })}
    ${lists.length > 0 && html`<div class="app-nested">${lists.map((each) => namedList(each, { draft, csrfToken }))}</div>`}
  </li>`
}

const namedList = (list: PartList, place: Place): Html =>
  html`<p class="govuk-body govuk-!-margin-bottom-1">${list.title}</p>
    ${partList(list, place)}`
