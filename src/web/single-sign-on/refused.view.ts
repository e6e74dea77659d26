import type { Refused } from '#domain/single-sign-on/index.ts'
import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'

/** Why somebody was not signed in, and where they can try again. */
export type NotLetIn = Pick<Refused, 'reason' | 'detail'> & { readonly signInAddress: string }

type Words = { readonly status: number; readonly title: string; readonly said: string }

const words: Readonly<Record<Refused['reason'], Words>> = {
  off: {
    status: 404,
    title: 'Single sign-on is switched off',
    said: 'Your organisation does not sign in this way, or not any more.',
  },
  lapsed: {
    status: 410,
    title: 'This attempt to sign in is over',
    said: 'It was used already, is more than ten minutes old, or was begun in another browser or at another address of this server. Your browser must keep cookies.',
  },
  'no verified address': {
    status: 403,
    title: 'We cannot tell who you are',
    said: 'You sign in this way for the first time, and your provider does not vouch for an e-mail address of yours. Ask your administrator: the provider must send the address, and that it is verified.',
  },
  'unknown person': {
    status: 403,
    title: 'You are not known here',
    said: 'Nobody who works here has the e-mail address that your provider gives for you. Ask your administrator to add you with it.',
  },
  'in no group': {
    status: 403,
    title: 'None of your groups may work here',
    said: 'You are not known here yet, and no group that you are in at your provider has a role here. Ask your administrator to add you to one.',
  },
  'group lost': {
    status: 403,
    title: 'You are no longer in a group that may work here',
    said: 'You had your role by a group at your provider, and are in no such group any more. Ask your administrator.',
  },
  'linked to another': {
    status: 403,
    title: 'Another account is linked to you',
    said: 'You have signed in here before with another account of your provider. Sign in there with that one, or ask an administrator to unlink it on the page “Single sign-on” of the administration.',
  },
  disabled: {
    status: 403,
    title: 'You can no longer sign in here',
    said: 'Your provider knows you, but you have been disabled here. Ask your administrator.',
  },
  'at the same time': {
    status: 409,
    title: 'Something changed while you signed in',
    said: 'Nothing was done. Sign in again.',
  },
  trouble: {
    status: 424,
    title: 'Your provider could not sign you in',
    said: 'Try again in a while. If it stays so, tell your administrator what stands above.',
  },
}

/** With which status the page is sent: the fault is never ours. */
export const statusOfRefusal = ({ reason }: Pick<Refused, 'reason'>): number => words[reason].status

/** The page for somebody whom single sign-on did not let in: why, and what to do. */
export const refusedView = ({ reason, detail, signInAddress }: NotLetIn): Page =>
  messagePage(
    words[reason].title,
    ...(detail === undefined ? [] : [detail]),
    words[reason].said,
    html`You are not signed in.
      <a class="govuk-link" href="${signInAddress}">Go to the page to sign in</a>.`,
  )

/** Examples of the page, by what they show. */
export const refusedExamples: Examples<typeof refusedView> = {
  'a provider that is away': [
    {
      reason: 'trouble',
      detail: 'login.north.example could not be reached, or ended the connection.',
      signInAddress: '/sign-in/example',
    },
  ],
}
