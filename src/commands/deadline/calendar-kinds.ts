import { findDay } from '#domain/calendar/index.ts'
import { kind, type Kind } from '#kernel/kind.ts'

const most = 400

/** Days from one to another, both included, or one day. */
export const calendarDays: Kind<{ readonly from: string; readonly to: string }> = kind({
  name: 'days',
  schema: { type: 'string' },
  read(given) {
    const [from = '', to = from, ...rest] = given.trim().split('..')
    const [first, last] = [findDay(from), findDay(to)]
    if (first === undefined || last === undefined || rest.length > 0 || last < first)
      return { fault: 'must be a day or days, such as 2031-12-24..2031-12-31' }
    return last - first < most
      ? { value: { from, to } }
      : { fault: `must be ${most} days or fewer` }
  },
  good: ['2031-12-24', '2031-12-24..2031-12-31'],
  bad: ['', '2031-12-24..2031-12-23', '2031-02-30', '24/12/2031', '2031-01-01..2033-01-01'],
})
