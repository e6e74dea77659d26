const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})

/** Gives a moment as people in the United Kingdom read it: "6 July 2026 at 2:05pm" (GOV.UK style guide). */
export const dateAndTime = (moment: Date): string => {
  const named = Object.fromEntries(
    parts.formatToParts(moment).map(({ type, value }) => [type, value]),
  )
  const half = (named['dayPeriod'] ?? '').toLowerCase().replaceAll(/[^apm]/g, '')
  return `${named['day']} ${named['month']} ${named['year']} at ${named['hour']}:${named['minute']}${half}`
}

/** Gives a date, YYYY-MM-DD, as people in the United Kingdom read it: "6 July 2026" (GOV.UK style guide). */
export const dateInWords = (date: string): string => days.format(new Date(`${date}T00:00:00Z`))

const days = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** When something is due, a day or a moment as the clock keeps it, in words. */
export function dueInWords(due: string | null): string {
  if (due === null) return 'none'
  return due.includes('T') ? dateAndTime(new Date(due)) : dateInWords(due)
}
