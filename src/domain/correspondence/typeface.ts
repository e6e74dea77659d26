import { readFile } from 'node:fs/promises'
import type { Font } from 'fontkit'

/** The fonts of a letter: Carlito, which has the letters of every language in Latin, Greek or Cyrillic script. */
export interface Typeface {
  readonly regular: Font
  readonly bold: Font
}

let typeface: Promise<Typeface> | undefined

/** Reads the fonts once: to read them for each letter would take longer than to write it (four times, measured). */
export const readTypeface = (): Promise<Typeface> => (typeface ??= readFonts())

async function readFonts(): Promise<Typeface> {
  const [regular, bold] = await Promise.all([
    readFont('400Regular/Carlito_400Regular.ttf'),
    readFont('700Bold/Carlito_700Bold.ttf'),
  ])
  return Object.freeze({ regular, bold })
}

async function readFont(file: string): Promise<Font> {
  const bytes = await readFile(new URL(import.meta.resolve(`@expo-google-fonts/carlito/${file}`)))
  const { create } = await import('fontkit')
  const font = create(bytes)
  if ('fonts' in font) throw new Error(`${file} holds several fonts`)
  return font
}
