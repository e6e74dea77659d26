import { messagePage } from './message-page.ts'
import type { Examples } from './examples.ts'
import type { Page } from './layout.ts'

/** The page for an address at which there is nothing, or nothing this person may see. */
export const notFoundView = (): Page =>
  messagePage(
    'Page not found',
    'If you typed the web address, check it is correct.',
    'If you pasted the web address, check you copied all of it.',
    'If it is the address of a case, there may be no such case, or you may not be allowed to see it.',
  )

/** Examples of the page, by what they show. */
export const notFoundExamples: Examples<typeof notFoundView> = { 'nothing there': [] }
