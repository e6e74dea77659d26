/** So many of a thing, in words that fit one as well as several: "1 day", "3 days". */
export const counted = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? '' : 's'}`
