const two = (number: string): string => number.padStart(2, '0')

const dateDayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=$|[ ,])/
const dateThenTime = /^(\d{4}-\d{2}-\d{2})[, ] *(?:at +)?(\d{1,2})[:.](\d{2})$/

/** A date or moment as people write it, such as 21/5/2026 14:30, in the form that is read; other texts stay. */
export function readDayFirst(text: string): string {
  const written = text.trim()
  const found = dateDayFirst.exec(written)
  const yearFirst = found
    ? `${found.slice(1).toReversed().map(two).join('-')}${written.slice(found[0].length)}`
    : written
  const [, date, hour = '', minute] = dateThenTime.exec(yearFirst) ?? []
  return date === undefined ? yearFirst : `${date}T${two(hour)}:${minute}:00`
}

/** A stored date or moment as people write it, day first; other texts stay. */
export function writeDayFirst(text: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(text) ?? []
  if (day === undefined) return text
  return `${Number(day)}/${Number(month)}/${year}${time === undefined ? '' : ` ${time}`}`
}
