import type { Division } from './bank-holidays.ts'

/** The nations whose bodies have clocks. */
export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const
export type Nation = (typeof nations)[number]

/** The division whose bank holidays a nation has. */
export const divisionOf: Readonly<Record<Nation, Division>> = {
  england: 'england-and-wales',
  wales: 'england-and-wales',
  scotland: 'scotland',
  'northern-ireland': 'northern-ireland',
}

/** Tells whether a text names a nation. */
export const isNation = (text: string): text is Nation => nations.some((each) => each === text)

/** Days on which a body, or a school, is closed, both ends included; dates are YYYY-MM-DD. */
export interface Closure {
  readonly from: string
  readonly to: string
  readonly name: string
}
