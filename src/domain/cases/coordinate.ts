import { kind, type Kind } from '#kernel/kind.ts'

/** Degrees of latitude or longitude, from the negative bound to the positive one. */
export const coordinate = (bound: number): Kind<number> =>
  kind({
    name: 'decimal',
    schema: { type: 'number', minimum: -bound, maximum: bound },
    read(value) {
      const degrees = /^-?[0-9]{1,3}(\.[0-9]{1,20})?$/.test(value.trim()) ? Number(value) : NaN
      return Math.abs(degrees) <= bound
        ? { value: degrees }
        : { fault: `must be a number from -${bound} to ${bound}` }
    },
    good: ['53.7997', '-1.5492', '0'],
    bad: ['north', String(bound + 1), '53,8', '1e1'],
  })
