import { backLink } from '#web/components/back-link.ts'
import type { BackLinkOptions } from '#web/components/back-link.ts'
import { serviceNavigation } from '#web/components/service-navigation.ts'
import { skipLink } from '#web/components/skip-link.ts'
import { assets } from './assets.ts'
import { csrfField } from './form-page.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { ShownLook } from './look.ts'
import { sessionWarning } from './session-warning.ts'
import type { SessionTimes } from './session-warning.ts'

/** What a view gives to be framed: its title, the way back, its content; a list is as wide as the screen. */
export type Page = {
  readonly title: string
  readonly back?: BackLinkOptions
  readonly isWide?: boolean
  /** Does it show a file of ours in a frame? */
  readonly isFraming?: boolean
  /** What several pages have in common, before the main part: the skip link skips it. */
  readonly above?: Html
  readonly content: Html
}

/** A part of the product that every page leads to. */
export type Way = { readonly href: string; readonly text: string; readonly isCurrent: boolean }

/** Who has signed in, and what the frame offers them: the parts they may enter, and something to search with. */
export type FramedPerson = {
  readonly name: string
  readonly csrfToken: string
  readonly session?: SessionTimes
  /** Somebody who has given their password, and nothing else yet. */
  readonly isHalfway?: boolean
  readonly navigation?: readonly Way[]
  readonly search?: Html
}

/** What the frame says of where the reader is: whose system, and who has signed in. */
export type Surroundings = {
  readonly organisation: string
  readonly look?: ShownLook | undefined
  readonly person?: FramedPerson
}

/** Gives the whole document of a page, complete without scripts. */
export const layout = (page: Page, surroundings: Surroundings): Html => {
  const { person } = surroundings
  return html`<!doctype html>
    <html lang="en" class="govuk-template">
      ${head(page.title, surroundings)}
      <body class="govuk-template__body">
        ${skipLink({ href: '#main-content', text: 'Skip to main content' })} ${header(surroundings)}
        ${page.above}
        <div class="govuk-width-container ${page.isWide && 'app-wide-page'}">
          ${page.back && wayBack(page.back)}
          <main class="govuk-main-wrapper" id="main-content">${page.content}</main>
        </div>
        ${footer(surroundings)}
        ${person?.session && sessionWarning(person.session, person.csrfToken)}
      </body>
    </html>`
}

const defaultColour = '#1f3d4d'

// Outside the main part, so that the skip link skips it; in a landmark, so that it is not lost.
const wayBack = (options: BackLinkOptions): Html =>
  html`<nav aria-label="Back">${backLink(options)}</nav>`

const head = (title: string, { organisation, look, person }: Surroundings): Html =>
  html`<head>
    <meta charset="utf-8" />
    <title>${title} – ${organisation}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="${look?.headerColour ?? defaultColour}" />
    <link rel="icon" href="${assets.icon.address}" type="image/svg+xml" />
    <link rel="stylesheet" href="${assets.style.address}" />
    ${look && html`<link rel="stylesheet" href="${look.style}" />`}
    <script type="module" src="${assets.start.address}"></script>
    <script type="module" src="${assets.searchKey.address}"></script>
    ${
      person?.session &&
      html`<script type="module" src="${assets.sessionWarning.address}"></script>`
    }
  </head>`

const header = ({ organisation, look, person }: Surroundings): Html =>
  html`<header class="govuk-template__header">
    <div class="govuk-generic-header app-header">
      <div class="govuk-generic-header__container govuk-width-container app-header__line">
        <div class="govuk-generic-header__logo">
          ${look?.logo !== undefined && html`<img class="app-header__logo" src="${look.logo}" alt="" />`}
          <span class="app-header__name">Casewright</span>
          ${organisation !== 'Casewright' && html`<span>${organisation}</span>`}
        </div>
        ${person && signedInAs(person)}
      </div>
    </div>
    ${person && !person.isHalfway && ways(person)}
  </header>`

const ways = ({ navigation = [], search }: FramedPerson): Html =>
  serviceNavigation({
    ariaLabel: 'Parts of Casewright',
    navigationLabel: 'Main',
    navigation: navigation.map(({ href, text, isCurrent }) => ({ href, text, active: isCurrent })),
    slots: { end: search && { html: search, align: 'inline' } },
  })

const signedInAs = ({ name, csrfToken, isHalfway }: FramedPerson): Html =>
  html`<form class="app-header__person" action="/sign-out" method="post">
    ${csrfField(csrfToken)}
    ${
      isHalfway
        ? html`<span>Signing in as ${name}</span>`
        : html`<a class="app-header__way" href="/account">Signed in as ${name}</a>`
    }
    <button class="app-header__sign-out" type="submit">Sign out</button>
  </form>`

const footer = ({ organisation, person }: Surroundings): Html =>
  html`<footer class="govuk-template__footer">
    <div class="govuk-footer">
      <div class="govuk-width-container">
        <div class="govuk-footer__meta">
          ${person && html`<p class="govuk-footer__meta-item">Casework of ${organisation}</p>`}
        </div>
      </div>
    </div>
  </footer>`
