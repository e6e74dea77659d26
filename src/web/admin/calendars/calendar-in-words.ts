/** A calendar as people call it. */
export const calendarInWords = (calendar: string): string =>
  calendar
    .split('-')
    .map((word) =>
      ['and', 'of'].includes(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ')
