import type { Examples } from './examples.ts'
import type { Page } from './layout.ts'
import { messagePage } from './message-page.ts'

/** The page for what a browser sent and we cannot read: too long, or not a form. */
export const unreadableView = (): Page =>
  messagePage('What was sent cannot be read', 'Nothing has been saved. It may be too long.')

/** Examples of the page, by what they show. */
export const unreadableExamples: Examples<typeof unreadableView> = { 'a text too long': [] }
