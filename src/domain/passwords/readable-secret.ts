import { randomInt } from 'node:crypto'

// without those that are taken for one another when they are read off a screen or paper
const characters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen random characters in four groups, for people to copy by hand: 79 bits. */
export const readableSecret = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join(''),
  ).join('-')
