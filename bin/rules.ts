import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A rule that neither the formatter nor the linter holds. */
export interface Rule {
  readonly name: string
  readonly applies: (file: string) => boolean
  /** Says whether a file's text breaks the rule. */
  readonly isBroken: (text: string) => boolean
}

const isCode = (file: string): boolean =>
  /\.(ts|mjs|js|css|sql|sh)$/.test(file) || /^(bin|\.ci)\/\w+$/.test(file)
const isSource = (file: string): boolean => /^src\/.*\.ts$/.test(file) && !file.endsWith('.test.ts')

const longest = 300

/** The rules, each as it is told to whoever broke it. */
export const rules: readonly Rule[] = [
  {
    name: `a file of code has ${longest} lines at most`,
    applies: isCode,
    isBroken: (text) => text.trimEnd().split('\n').length > longest,
  },
  {
    name: 'nothing is exported by default',
    applies: (file) => /\.(ts|mjs|js)$/.test(file),
    isBroken: (text) => /^export default\b|^export \{[^}]*\bas default\b/m.test(text),
  },
  {
    name: 'what is left to do carries the number of its issue',
    applies: isCode,
    isBroken: (text) => /\b(TOD[O]|FIXM[E]|XX[X])\b(?!\(?\s?#\d)/.test(text),
  },
  {
    // a command is started with nothing but its arguments
    name: 'only config.ts reads the environment',
    applies: (file) =>
      isSource(file) && !['src/config.ts', 'src/commands/casewright.ts'].includes(file),
    isBroken: (text) => /\bprocess\.env\b/.test(text),
  },
  {
    name: 'only platform/clock.ts reads the time',
    applies: (file) => isSource(file) && file !== 'src/platform/clock.ts',
    isBroken: (text) => /\bnew Date\(\s*\)|\bDate\.now\(/.test(text),
  },
  {
    name: 'no path of somebody’s machine is written down',
    applies: () => true,
    isBroken: (text) => /(?<![\w.:/{}-])\/(work|home|Users|root)\/[\w.-]/.test(text),
  },
]

/** What breaks a rule among the files given: one sentence each. */
export const faultsOf = (file: string, text: string): readonly string[] =>
  rules
    .filter(({ applies, isBroken }) => applies(file) && isBroken(text))
    .map(({ name }) => `${file}: ${name}`)

/** What breaks a rule in the project: one sentence each. */
export const faultsIn = (root: string): readonly string[] =>
  filesOf(root).flatMap((file) => faultsOf(file, readFileSync(join(root, file), 'utf8')))

const folders = '{.ci,bench,bin,deploy,docs,migrations,packs,seeds,src,test}'
const inRoot = '{*.md,*.json,*.yaml,Dockerfile,.*rc.json}'

/** The files that are written by hand or generated into the project, not those that are installed. */
export const filesOf = (root: string): readonly string[] =>
  globSync([`${folders}/**`, inRoot], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'package-lock.json')
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
