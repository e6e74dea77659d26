import { notificationBanner } from '#web/components/notification-banner.ts'
import type { Html } from '#web/layout/html.ts'
import type { Banner } from './shown-case.ts'

/** Says what was just done: it is announced, good or not. */
export const newsOf = ({ text, isSuccess }: Banner): Html =>
  notificationBanner({ text, ...(isSuccess ? { type: 'success' } : { role: 'alert' }) })
