import { isIP } from 'node:net'

/** Reads the text of a variable, or raises Unreadable saying as the end of a sentence what it must be. */
export type Kind<T> = Readonly<{ name: string; read(text: string): T }>

/** What is wrong with a text: the end of a sentence that begins with the variable's name. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

function kind<T>(name: string, read: (text: string) => T): Kind<T> {
  return Object.freeze({ name, read })
}

function refuse(what: string): never {
  throw new Unreadable(what)
}

/** Any text. */
export const text = kind('text', (given) => given)

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): Kind<number> {
  const bounds = `a whole number from ${least} to ${most}`
  return kind(bounds, (given) => {
    const value = /^\d{1,15}$/.test(given) ? Number(given) : NaN
    return value >= least && value <= most ? value : refuse(`must be ${bounds}`)
  })
}

/** One of a few words. */
export function choice<const T extends string>(...allowed: T[]): Kind<T> {
  const names = `one of ${allowed.join(', ')}`
  return kind(names, (given) => allowed.find((one) => one === given) ?? refuse(`must be ${names}`))
}

/** A list between commas; what is wrong with any item is wrong with the list. */
export function list<T>(item: Kind<T>): Kind<readonly T[]> {
  return kind(`list, between commas, of: ${item.name}`, (given) => {
    const parts = given.split(',').map((part) => part.trim())
    const items = parts.filter((part) => part !== '').map((part) => item.read(part))
    return items.length > 0 ? Object.freeze(items) : refuse('must hold at least one item')
  })
}

/** Where to listen: an address of this machine, or a name for one. */
export const listeningHost = kind('address or host name', (given) =>
  isIP(given) !== 0 || /^[a-z0-9.-]+$/i.test(given)
    ? given
    : refuse('must be an address or a host name such as 127.0.0.1, 0.0.0.0 or localhost'),
)

/** The name of a host, or an end that such names share. */
export const hostName = kind('host name', (given) =>
  /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(given) && !given.includes('..')
    ? given.toLowerCase()
    : refuse('must hold host names such as cases.example.org'),
)

/** A host with or without a port. */
export const hostAndPort = kind('host name, with a port where it has one', (given) =>
  /^[a-z0-9.-]+(:\d{1,5})?$/i.test(given) || /^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(given)
    ? given.toLowerCase()
    : refuse('must hold host names such as cases.example.org or cases.example.org:8443'),
)

/** The name an organisation has in addresses. */
export const account = kind('account name', (given) =>
  /^[a-z0-9][a-z0-9-]{0,62}$/i.test(given)
    ? given.toLowerCase()
    : refuse('must be the name of an organisation: letters, digits and hyphens'),
)

/** An address, or a network of addresses in CIDR form. */
export const network = kind('address or network (CIDR)', (given) => {
  const [address = '', length, ...rest] = given.split('/')
  const family = isIP(address)
  const most = family === 4 ? 32 : 128
  const hasLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most)
  return family !== 0 && hasLength && rest.length === 0
    ? given
    : refuse('must hold addresses or networks such as 10.0.0.5 or 10.0.0.0/8')
})

/** Where a PostgreSQL server is found. */
export const databaseUrl = kind('PostgreSQL address', (given) =>
  /^postgres(ql)?:\/\/./.test(given)
    ? given
    : refuse('must begin with postgres:// or postgresql://'),
)

/** An http or https address without credentials, query or closing slash. */
export const webAddress = kind('web address', (given) => {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash
  return isPlain && /^https?:$/.test(url.protocol)
    ? url.href.replace(/\/$/, '')
    : refuse('must be a web address such as https://cases.example.org, with nothing after the path')
})

/** A secret key of 32 bytes in base64. */
export const key = kind('32 bytes in base64', (given) => {
  const bytes = Buffer.from(given, 'base64')
  const isWhole = bytes.length === 32 && bytes.toString('base64') === given
  return isWhole ? bytes : refuse('must be 32 bytes in base64, as `openssl rand -base64 32` prints')
})

/** Where mail is handed over: smtp:// or smtps://, with user and password where the server wants them. */
export const smtpUrl = kind('SMTP address', (given) => {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isPlain = url && !url.search && !url.hash && /^\/?$/.test(url.pathname) && url.hostname
  return isPlain && /^smtps?:$/.test(url.protocol)
    ? given
    : refuse('must be smtp:// or smtps:// with a host, with nothing after the port')
})

/** An e-mail address of plain letters, with or without a name before it. */
export const mailbox = kind('e-mail address, with or without a name before it', (given) => {
  const [, name = '', named, bare] =
    /^(?:([^<>"@\p{Cc}]*)<([^<>]+)>|([^<>]+))$/u.exec(given.trim()) ?? []
  const address = named ?? bare ?? ''
  return /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(address)
    ? Object.freeze({ name: name.trim(), address })
    : refuse('must be an address such as cases@north.example or Casework <cases@north.example>')
})
