import { insetText } from '#web/components/inset-text.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { leftInWords } from './used-code.view.ts'

/** A second factor: since when it is there, and when it was used last. */
export type ShownFactor = { readonly addedAt: Date; readonly lastUsedAt: Date | null }

/** What the page of one's own second factors shows. */
export type OwnFactors = {
  readonly app: ShownFactor | undefined
  readonly passkeys: readonly (ShownFactor & {
    readonly passkeyId: number
    readonly name: string
  })[]
  readonly codesLeft: number
  /** What the organisation asks for. */
  readonly wanted: string
  readonly banner: string | undefined
}

/** The page of one's own second factors. */
export const ownFactorsView: View<OwnFactors> = (model) => ({
  title: 'Your second factors',
  back: { href: '/account', text: 'Back to your account' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })}
      <h1 class="govuk-heading-l">Your second factors</h1>
      <p class="govuk-body">
        With a second factor nobody who learns your password can sign in as you.
      </p>
      ${wish(model)}
      <h2 class="govuk-heading-m">Passkeys</h2>
      ${passkeysPart(model)}
      <h2 class="govuk-heading-m">Authenticator app</h2>
      ${appPart(model.app)}
      <h2 class="govuk-heading-m">Recovery codes</h2>
      ${codesPart(model)}
    </div>
  </div>`,
})

const isThere = ({ app, passkeys }: OwnFactors): boolean => app !== undefined || passkeys.length > 0

const wish = (model: OwnFactors): Html | false => {
  if (isThere(model)) return false
  return (
    model.wanted === 'recommended' &&
    insetText({ text: 'Your organisation recommends that you set one up.' })
  )
}

const passkeysPart = ({ passkeys }: OwnFactors): Html =>
  html`${
    passkeys.length > 0 &&
    html`<ul class="govuk-list">
      ${passkeys.map(
        (each) =>
          html`<li class="app-entry">
            <h3 class="govuk-heading-s app-entry__heading">${each.name}</h3>
            <p class="govuk-body">${standing(each)}</p>
            ${way(
              `passkeys/${each.passkeyId}/remove`,
              html`Remove<span class="govuk-visually-hidden"> the passkey ${each.name}</span>`,
            )}
          </li>`,
      )}
    </ul>`
  }
  ${way('new-passkey', 'Add a passkey')}`

const appPart = (app: ShownFactor | undefined): Html =>
  app === undefined
    ? html`<p class="govuk-body">An app on your phone shows a new code each half minute.</p>
        ${way('app', 'Set up an authenticator app')}`
    : html`<p class="govuk-body">${standing(app)}</p>
        ${way('app', 'Set up another in its place')}
        ${way('app/remove', 'Remove the authenticator app')}`

/** Says since when a factor is there, and when it was used last. */
const standing = ({ addedAt, lastUsedAt }: ShownFactor): Html =>
  html`Added ${time(addedAt)}, ${lastUsedAt ? html`last used ${time(lastUsedAt)}` : 'not used yet'}.`

const time = (at: Date): Html =>
  html`<time datetime="${at.toISOString()}">${dateAndTime(at)}</time>`

const codesPart = (model: OwnFactors): Html =>
  isThere(model)
    ? html`<p class="govuk-body">${leftInWords(model.codesLeft)}</p>
        ${way('recovery-codes', 'Make new recovery codes')}`
    : html`<p class="govuk-body">You get them when you set up a second factor.</p>`

const way = (place: string, text: Html | string): Html =>
  html`<p class="govuk-body">
    <a class="govuk-link" href="/account/second-factors/${place}">${text}</a>
  </p>`

const none: OwnFactors = {
  app: undefined,
  passkeys: [],
  codesLeft: 0,
  wanted: 'recommended',
  banner: undefined,
}

/** Examples of the page, by what they show. */
export const ownFactorsExamples: Examples<typeof ownFactorsView> = {
  'none yet': [none],
  'all there are': [
    {
      app: {
        addedAt: new Date('2026-05-05T08:30:00Z'),
        lastUsedAt: new Date('2026-05-06T08:30:00Z'),
      },
      passkeys: [
        {
          passkeyId: 7,
          name: 'Work <laptop>',
          addedAt: new Date('2026-05-05T08:30:00Z'),
          lastUsedAt: null,
        },
      ],
      codesLeft: 9,
      wanted: 'required',
      banner: 'Authenticator app set up',
    },
  ],
}
