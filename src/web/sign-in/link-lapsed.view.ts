import type { Examples } from '#web/layout/examples.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'
import { howToSignIn } from './not-signed-in.view.ts'

/** The page for a sign-in link that was used before, is too old, or never was one. */
export const linkLapsedView = (): Page =>
  messagePage('This link has been used or has lapsed', 'You are not signed in.', ...howToSignIn)

/** Examples of the page, by what they show. */
export const linkLapsedExamples: Examples<typeof linkLapsedView> = { 'a link of yesterday': [] }
