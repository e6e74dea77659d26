import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file that pages refer to, with the address it is served at and the headers it is served with. */
export type Asset = {
  readonly address: string
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

const prefix = '/assets/'

/** Reads what pages refer to, once; addresses change with content, so that browsers may keep files for ever. */
const readAssets = () => {
  const library = asset('govuk-frontend.js', readPublished('govuk-frontend.min.js'))
  const further = asset('moj-frontend.js', readFurther('moj-frontend.min.js'))
  const pictures = readPictures()
  const webauthn = asset('webauthn.js', readWebauthn())
  return {
    style: asset('casewright.css', wholeStyle(pictures)),
    library,
    further,
    start: asset('start.js', startScript(library.address, further.address)),
    ...pictures,
    webauthn,
    passkey: asset(
      'passkey.js',
      `import '${webauthn.address}'\n${readOwn('../passkeys/passkey.js')}`,
    ),
    sessionWarning: asset('session-warning.js', readOwn('session-warning.js')),
    searchKey: asset('searchkey.js', readOwn('../caseworker/search/search-key.js')),
    shownWhen: asset('shownwhen.js', readOwn('../caseworker/details/shown-when.js')),
    findAsYouType: asset('findasyoutype.js', readOwn('../caseworker/people/find-as-you-type.js')),
    uploadFiles: asset('uploadfiles.js', readOwn('../caseworker/documents/upload-files.js')),
    icon: asset('icon.svg', icon),
  }
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const asset = (name: string, text: string): Asset => {
  const body = Buffer.from(text)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
  const [stem = '', ending = ''] = name.split('.')
  return {
    address: `${prefix}${stem}-${hash}.${ending}`,
    body,
    headers: lastingHeaders(types[ending] ?? ''),
  }
}

/** The headers of what is at its address for ever. */
export const lastingHeaders = (contentType: string): Readonly<Record<string, string>> => ({
  'content-type': contentType,
  'cache-control': 'public, max-age=31536000, immutable',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
})

const readPublished = (file: string): string => readPackaged(`govuk-frontend/dist/govuk/${file}`)

const readFurther = (file: string): string =>
  readPackaged(`@ministryofjustice/frontend/moj/${file}`)

const readPackaged = (file: string): string => readPlain(import.meta.resolve(file))

// the package does not name what it offers to pages that bundle nothing
const readWebauthn = (): string =>
  readPlain(
    new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')).href,
  )

const readPlain = (address: string): string =>
  readFileSync(fileURLToPath(address), 'utf8').replace(
    /\n?\/[/*][#@] ?sourceMappingURL=.*\s*$/,
    '\n',
  )

/** The pictures of MoJ components that pages of ours show. */
const readPictures = () => ({
  remove: picture('icon-tag-remove-cross.svg'),
  removing: picture('icon-tag-remove-cross-white.svg'),
})

const picture = (file: string): Asset => asset(file, readFurther(`assets/images/${file}`))

const wholeStyle = (pictures: Readonly<Record<string, Asset>>): string => {
  const further = Object.values(pictures).reduce(
    (style, { address }) => style.replaceAll(`/assets/images/${nameIn(address)}`, address),
    readFurther('moj-frontend.min.css'),
  )
  return `${withoutFonts(readPublished('govuk-frontend.min.css'))}\n${withoutPictures(withoutFonts(further))}\n${ownStyle()}`
}

const nameIn = (address: string): string =>
  address.slice(prefix.length).replace(/-[0-9a-f]{16}\./, '.')

// of components that no page of ours has
const withoutPictures = (style: string): string =>
  style.replaceAll(/url\(\/assets\/images\/[^)]*\)/g, 'none')

const readOwn = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')

const ownStyle = (): string =>
  ['casewright.css', 'lists.css', 'cases.css', 'parts.css'].map(readOwn).join('\n')

// GDS Transport is licensed for GOV.UK domains only: it is neither served nor named.
const ownFonts = 'system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif'

const withoutFonts = (style: string): string =>
  style
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', `var(--app-typeface,${ownFonts})`)

// What GOV.UK's template does inline; our policy allows no inline script.
const startScript = (library: string, further: string): string =>
  `import { initAll } from '${library}'\n` +
  `import { initAll as initFurther } from '${further}'\n` +
  `document.body.classList.add('js-enabled', 'govuk-frontend-supported')\n` +
  `initAll()\n` +
  `initFurther()\n`

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
  '<path fill="#1f3d4d" d="M2 6h11l3 4h14v18H2z"/></svg>'

/** The files that pages refer to. */
export const assets = Object.freeze(readAssets())

const byAddress = new Map(Object.values(assets).map((each) => [each.address, each]))

/** Gives the file at an address, if there is one. */
export const assetAt = (address: string): Asset | undefined => byAddress.get(address)
