import { markOfAll } from '#domain/seen/index.ts'

/** The typefaces there are to choose from: those of the device, or one that devices have. */
export const typefaces = ['device', 'arial', 'verdana', 'georgia'] as const
export type Typeface = (typeof typefaces)[number]

/** The picture of an organisation, kept where documents are. */
export interface Logo {
  readonly content: string
  readonly mediaType: string
  readonly size: number
}

/** How the pages of an organisation look, beside what it is called. */
export interface Look {
  /** Behind the name, as `#1f3d4d`; white is read upon it. */
  readonly headerColour: string
  /** Of buttons that do what a page is for; white is read upon it. */
  readonly buttonColour: string
  readonly typeface: Typeface
  readonly logo: Logo | null
}

/** How pages look of which nothing is decided. */
export const defaultLook: Look = Object.freeze({
  headerColour: '#1f3d4d',
  buttonColour: '#0f7a52',
  typeface: 'device',
  logo: null,
})

type Stored = Readonly<Record<string, unknown>>

/** The look among the settings as stored, with the default for what is not. */
export function readLook({ look }: Stored): Look {
  const stored = typeof look === 'object' && look !== null ? (look as Stored) : {}
  const colour = (name: 'headerColour' | 'buttonColour'): string => {
    const value = stored[name]
    return typeof value === 'string' && isColour.test(value) ? value : defaultLook[name]
  }
  return Object.freeze({
    headerColour: colour('headerColour'),
    buttonColour: colour('buttonColour'),
    typeface: typefaces.find((each) => each === stored['typeface']) ?? defaultLook.typeface,
    logo: (stored['logo'] ?? null) as Logo | null,
  })
}

const isColour = /^#[0-9a-f]{6}$/

/** Tells later whether somebody has changed the look since it was shown. */
export const markOfLook = (look: Look): string => markOfAll({ ...look, logo: look.logo?.content })
