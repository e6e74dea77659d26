/** A calendar as people call it. */
export const calendarInWords = (calendar: string): string =>
  calendar
    .split('-')
    .map((word) => (word === 'and' ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ')
