import { parseArgs } from 'node:util'

/** How much is measured. */
export interface BenchOptions {
  /** The cases of the large organisation. */
  readonly cases: number
  /** How often each is measured; medians are told. */
  readonly rounds: number
  readonly seconds: number
  /** Only the parts whose names begin so; all without. */
  readonly only: string | undefined
  /** Where Node shall write profiles of the server's processor time. */
  readonly profile: string | undefined
}

export const fewCases = 10_000

const help = `npm run bench -- [PART] [--cases 1000000] [--quick] [--rounds 5] [--seconds 3] [--only PART] [--profile DIR]

  --cases    cases in the large organisation
  --quick    100,000 cases, two rounds of two seconds
  --only     one part, as PART alone does: deadlines, createcase, addcasenotes, getcasedetails, pages, size or getreport
  --profile  let the server write a processor profile into the folder (use it with --only)
`

/** Reads the command line; undefined where only help was asked for. */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      cases: { type: 'string' },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return undefined
  }
  const usual = values.quick
    ? { cases: 100_000, rounds: 2, seconds: 2 }
    : { cases: 1_000_000, rounds: 5, seconds: 3 }
  return {
    cases: Number(values.cases ?? usual.cases),
    rounds: Number(values.rounds ?? usual.rounds),
    seconds: Number(values.seconds ?? usual.seconds),
    only: values.only ?? positionals[0],
    profile: values.profile,
  }
}
