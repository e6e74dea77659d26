/** Says how long to wait before another password, or whatever else was wrong, is looked at. */
export const tooMany = (until: Date, now: Date, what = 'passwords'): string =>
  `There were too many wrong ${what}. Try again in ${inWords(until.getTime() - now.getTime())}`

const inWords = (milliseconds: number): string => {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
