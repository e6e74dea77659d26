import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Licences under which a dependency may be used without further thought. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
])

/** Packages under another licence, and why they may be used all the same. */
const exceptions: Readonly<Record<string, { readonly licence: string; readonly why: string }>> = {
  '@expo-google-fonts/carlito': {
    licence: 'MIT AND OFL-1.1',
    why: 'a font under the SIL Open Font License, which allows to hand it on with a program and within letters',
  },
  argparse: {
    licence: 'Python-2.0',
    why: 'the licence of Python, permissive in all that matters here; it came with js-yaml',
  },
  'axe-core': {
    licence: 'MPL-2.0',
    why: 'runs in tests only, unchanged, and is not handed on with the program',
  },
}

/** One package of the lock file. */
interface Locked {
  readonly license?: string
  readonly link?: boolean
}

/** What is wrong with the licences of all packages, those for development included: one sentence each. */
export function licenceFaults(root: string): readonly string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>
  }
  return Object.entries(lock.packages)
    .filter(([place, { link }]) => place !== '' && !link)
    .flatMap(([place, locked]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const fault = faultOf(name, locked.license ?? installedLicence(join(root, place)))
      return fault ? [`${name}: ${fault}`] : []
    })
}

/** Says what is wrong with a package's licence; undefined where nothing is. */
export function faultOf(name: string, licence: string | undefined): string | undefined {
  if (licence === undefined) return 'no licence is stated'
  if (isPermissive(licence) || exceptions[name]?.licence === licence) return undefined
  return `${licence} is not on the list of permissive licences`
}

/** Reads SPDX expressions without brackets within brackets: of `OR` one part must do, of `AND` all. */
function isPermissive(licence: string): boolean {
  const bare = licence.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isPermissive)
  return bare.split(' AND ').every((each) => permissive.has(each))
}

/** What an installed package says of itself, in its manifest or in the head of its licence. */
function installedLicence(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Locked
  if (typeof manifest.license === 'string') return manifest.license
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
  const head = file ? readFileSync(join(folder, file), 'utf8').trimStart() : ''
  return head.startsWith('MIT License') &&
    head.includes('Permission is hereby granted, free of charge')
    ? 'MIT'
    : undefined
}
