import { startOfLocalDate, writeLocalDate } from './local-time.ts'

const intoNextDay = 36 * 3_600_000

/** The instants between which the local days from one to another lie, both days included; null where there is no bound. */
export const localStretch = (
  from: string | undefined,
  to: string | undefined,
): { readonly fromAt: Date | null; readonly untilAt: Date | null } => ({
  fromAt: startOf(from),
  untilAt: startOf(dayAfter(startOf(to))),
})

const startOf = (day: string | undefined): Date | null =>
  (day === undefined ? undefined : startOfLocalDate(day)) ?? null

const dayAfter = (start: Date | null): string | undefined =>
  start === null ? undefined : writeLocalDate(new Date(start.getTime() + intoNextDay))
