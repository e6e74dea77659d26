import { dayNamed, isoOf } from './day.ts'

/** The parts of the United Kingdom that have bank holidays of their own. */
export const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const
export type Division = (typeof divisions)[number]

/** A bank holiday of one division. */
export interface BankHoliday {
  readonly division: Division
  readonly on: string
  readonly title: string
}

type Row = readonly [day: string, title: string, places: string]

const newYear = "New Year's Day"
const patrick = "St Patrick's Day"
const andrew = "St Andrew's Day"
const boyne = "Battle of the Boyne (Orangemen's Day)"
const early = 'Early May bank holiday'
const spring = 'Spring bank holiday'
const summer = 'Summer bank holiday'
const substitute = (title: string): string => `${title} (substitute day)`

/**
 * Weekday bank holidays, where E is England and Wales, S Scotland, N Northern Ireland
 * (Banking and Financial Dealings Act 1971, schedule 1 and proclamations; GOV.UK's feed says the same).
 */
const years: Readonly<Record<number, readonly Row[]>> = {
  2023: [
    ['2 Jan', substitute(newYear), 'ESN'],
    ['3 Jan', substitute('2nd January'), 'S'],
    ['17 Mar', patrick, 'N'],
    ['7 Apr', 'Good Friday', 'ESN'],
    ['10 Apr', 'Easter Monday', 'EN'],
    ['1 May', early, 'ESN'],
    ['8 May', 'Bank holiday for the coronation of King Charles III', 'ESN'],
    ['29 May', spring, 'ESN'],
    ['12 Jul', boyne, 'N'],
    ['7 Aug', summer, 'S'],
    ['28 Aug', summer, 'EN'],
    ['30 Nov', andrew, 'S'],
    ['25 Dec', 'Christmas Day', 'ESN'],
    ['26 Dec', 'Boxing Day', 'ESN'],
  ],
  2024: [
    ['1 Jan', newYear, 'ESN'],
    ['2 Jan', '2nd January', 'S'],
    ['18 Mar', substitute(patrick), 'N'],
    ['29 Mar', 'Good Friday', 'ESN'],
    ['1 Apr', 'Easter Monday', 'EN'],
    ['6 May', early, 'ESN'],
    ['27 May', spring, 'ESN'],
    ['12 Jul', boyne, 'N'],
    ['5 Aug', summer, 'S'],
    ['26 Aug', summer, 'EN'],
    ['2 Dec', substitute(andrew), 'S'],
    ['25 Dec', 'Christmas Day', 'ESN'],
    ['26 Dec', 'Boxing Day', 'ESN'],
  ],
  2025: [
    ['1 Jan', newYear, 'ESN'],
    ['2 Jan', '2nd January', 'S'],
    ['17 Mar', patrick, 'N'],
    ['18 Apr', 'Good Friday', 'ESN'],
    ['21 Apr', 'Easter Monday', 'EN'],
    ['5 May', early, 'ESN'],
    ['26 May', spring, 'ESN'],
    ['14 Jul', substitute(boyne), 'N'],
    ['4 Aug', summer, 'S'],
    ['25 Aug', summer, 'EN'],
    ['1 Dec', substitute(andrew), 'S'],
    ['25 Dec', 'Christmas Day', 'ESN'],
    ['26 Dec', 'Boxing Day', 'ESN'],
  ],
  2026: [
    ['1 Jan', newYear, 'ESN'],
    ['2 Jan', '2nd January', 'S'],
    ['17 Mar', patrick, 'N'],
    ['3 Apr', 'Good Friday', 'ESN'],
    ['6 Apr', 'Easter Monday', 'EN'],
    ['4 May', early, 'ESN'],
    ['25 May', spring, 'ESN'],
    ['15 Jun', 'World Cup bank holiday', 'S'],
    ['13 Jul', substitute(boyne), 'N'],
    ['3 Aug', summer, 'S'],
    ['31 Aug', summer, 'EN'],
    ['30 Nov', andrew, 'S'],
    ['25 Dec', 'Christmas Day', 'ESN'],
    ['28 Dec', substitute('Boxing Day'), 'ESN'],
  ],
  2027: [
    ['1 Jan', newYear, 'ESN'],
    ['4 Jan', substitute('2nd January'), 'S'],
    ['17 Mar', patrick, 'N'],
    ['26 Mar', 'Good Friday', 'ESN'],
    ['29 Mar', 'Easter Monday', 'EN'],
    ['3 May', early, 'ESN'],
    ['31 May', spring, 'ESN'],
    ['12 Jul', boyne, 'N'],
    ['2 Aug', summer, 'S'],
    ['30 Aug', summer, 'EN'],
    ['30 Nov', andrew, 'S'],
    ['27 Dec', substitute('Christmas Day'), 'ESN'],
    ['28 Dec', substitute('Boxing Day'), 'ESN'],
  ],
  2028: [
    ['3 Jan', substitute(newYear), 'ESN'],
    ['4 Jan', substitute('2nd January'), 'S'],
    ['17 Mar', patrick, 'N'],
    ['14 Apr', 'Good Friday', 'ESN'],
    ['17 Apr', 'Easter Monday', 'EN'],
    ['1 May', early, 'ESN'],
    ['29 May', spring, 'ESN'],
    ['12 Jul', boyne, 'N'],
    ['7 Aug', summer, 'S'],
    ['28 Aug', summer, 'EN'],
    ['30 Nov', andrew, 'S'],
    ['25 Dec', 'Christmas Day', 'ESN'],
    ['26 Dec', 'Boxing Day', 'ESN'],
  ],
}

const letters: Readonly<Record<Division, string>> = {
  'england-and-wales': 'E',
  scotland: 'S',
  'northern-ireland': 'N',
}

/** The bank holidays that are shipped, by day and division. */
export const shippedHolidays: readonly BankHoliday[] = Object.freeze(
  Object.entries(years).flatMap(([year, rows]) =>
    rows.flatMap(([day, title, places]) =>
      divisions
        .filter((division) => places.includes(letters[division]))
        .map((division) => ({ division, on: isoOf(dayNamed(Number(year), day)), title })),
    ),
  ),
)
