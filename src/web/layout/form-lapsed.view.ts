import type { Examples } from './examples.ts'
import type { Page } from './layout.ts'
import { messagePage } from './message-page.ts'

/** The page for a form that cannot be shown to come from this system and this session. */
export const formLapsedView = (): Page =>
  messagePage(
    'This form can no longer be used',
    'Nothing has been saved. Go back, copy what you typed, load the page again and send it once more.',
  )

/** Examples of the page, by what they show. */
export const formLapsedExamples: Examples<typeof formLapsedView> = { 'a form of yesterday': [] }
