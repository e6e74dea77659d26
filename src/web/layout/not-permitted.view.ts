import type { Examples } from './examples.ts'
import type { Page } from './layout.ts'
import { messagePage } from './message-page.ts'

/** The page for somebody who is signed in but may not do this. */
export const notPermittedView = (): Page =>
  messagePage(
    'You do not have permission to do this',
    'If you need to do it for your work, ask your administrator to change your role.',
  )

/** Examples of the page, by what they show. */
export const notPermittedExamples: Examples<typeof notPermittedView> = { 'not permitted': [] }
