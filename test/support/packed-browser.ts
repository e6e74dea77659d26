import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const systemPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where this machine keeps a browser, if it has one. */
export const systemBrowser: string | undefined = systemPlaces.find((place) => existsSync(place))

/** A browser that lies unpacked in a folder: its program, and what its environment must name. */
export const unpackedIn = (
  folder: string,
): { readonly path: string; readonly env: NodeJS.ProcessEnv } => ({
  path: join(folder, 'chromium'),
  env: {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  },
})

const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']

/** Unpacks the browser that the package carries, its libraries and fonts with it, into a folder of its own. */
export async function unpackBrowser(folder: string): Promise<void> {
  const from = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
  const { inflate } = await import('@sparticuz/chromium')
  mkdirSync(folder, { recursive: true })
  const { TMPDIR: before } = process.env
  // the package asks for the folder of temporary files each time; what is in the common one may be another's
  process.env['TMPDIR'] = folder
  try {
    await Promise.all(parts.map((part) => inflate(join(from, part))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  const [fonts, cache] = [join(folder, 'fonts/fonts'), join(folder, 'fonts-cache')]
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  )
}
