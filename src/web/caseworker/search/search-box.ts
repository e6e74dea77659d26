import { csrfField } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** Where a search is made. */
export const searchAddress = '/search'

/** The box that stands on every page: finds by whatever is typed; the key `/` leads to it. Takes the token of forms. */
export const searchBox = (csrfToken: string): Html =>
  html`<search class="app-search-box">
    <form class="app-search-box__form" action="${searchAddress}" method="post">
      ${csrfField(csrfToken)}
      <label class="govuk-visually-hidden" for="search-box">Search for cases and people</label>
      <input
        class="govuk-input app-search-box__field"
        id="search-box"
        name="Text"
        type="search"
        maxlength="200"
        autocomplete="off"
        spellcheck="false"
        placeholder="Search"
      />
      <button class="app-search-box__button" type="submit">Search</button>
    </form>
  </search>`
