import { calculate, type Calculation } from './calculate.ts'

type Fields = Readonly<Record<string, string>>

const onDay = (prefix: string, [day, month, year]: readonly [number, number, number]): Fields => ({
  [`${prefix}-day`]: String(day),
  [`${prefix}-month`]: String(month),
  [`${prefix}-year`]: String(year),
})

const request: Fields = {
  rule: 'FOI_RESPONSE',
  nation: 'england',
  ...onDay('received', [8, 5, 2027]),
}
const asked = onDay('clarification_requested-1', [12, 5, 2027])
const answered = onDay('clarification_received-1', [20, 5, 2027])

const example = (...fields: readonly Fields[]): [Calculation] => [
  calculate(Object.fromEntries(fields.flatMap((each) => Object.entries(each))), '2027-05-24'),
]

/** What the page shows in each of its states. */
export const calculations: Readonly<Record<string, [Calculation]>> = {
  'nothing filled in': example(),
  'a rule chosen by a link': example({ rule: 'SAR_RESPONSE' }),
  'nothing filled in and sent': example({
    rule: '',
    'received-day': '',
    'received-month': '',
    'received-year': '',
  }),
  'a date': example(request, { time: '6pm' }),
  'a clock that started afresh and stands still again': example(
    request,
    asked,
    answered,
    onDay('fees_notice_given-1', [24, 5, 2027]),
    { left: 'today' },
  ),
  'a new start, a pause and the days left': example(request, asked, answered, {
    left: 'today',
    ...onDay('fees_notice_given-1', [24, 5, 2027]),
    ...onDay('fee_received-1', [3, 6, 2027]),
  }),
  'another row is asked for': example(request, asked, answered, {
    add: 'clarification_requested',
  }),
  'a date that bank holidays are not known for': example(request, { 'received-year': '2033' }),
  'a time that clocks skipped': example(
    request,
    { time: '1:30am' },
    onDay('received', [28, 3, 2027]),
  ),
  'a time that came twice, and is settled': example(
    request,
    { time: '1:30am', clock: 'GMT' },
    onDay('received', [31, 10, 2027]),
  ),
  'an event on a day that there is not': example(
    request,
    onDay('clarification_received-1', [10, 5, 2027]),
    onDay('fees_notice_given-1', [7, 5, 2027]),
    onDay('fee_received-1', [31, 6, 2027]),
  ),
  'events that the rule forbids': example(
    request,
    onDay('clarification_received-1', [10, 5, 2027]),
    onDay('fees_notice_given-1', [7, 5, 2027]),
  ),
  hours: example(request, { rule: 'AWAAB_EMERGENCY', time: '23:10' }),
  'hours without a time': example(request, { rule: 'AWAAB_EMERGENCY' }),
  'an extension, told too late': example(
    request,
    { rule: 'SAR_RESPONSE', nation: 'scotland' },
    onDay('extension_notified-1', [15, 7, 2027]),
  ),
  'a number that nobody has set, in another nation': example(request, {
    rule: 'STAIRS_RESPONSE',
    nation: 'wales',
  }),
  'a school': example(
    request,
    { rule: 'FOI_SCHOOL' },
    onDay('school_closed-1', [31, 5, 2027]),
    onDay('school_closed-1-until', [4, 6, 2027]),
  ),
}
