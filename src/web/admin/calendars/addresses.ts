/** The page of the days on which the organisation does not work. */
export const calendarsAddress = '/admin/calendars'

/** The page on which a day is retired. */
export const retireDayAddress = (calendar: string, day: string): string =>
  `${calendarsAddress}/retire/${encodeURIComponent(calendar)}/${day}`
