import {
  account,
  choice,
  databaseUrl,
  hostAndPort,
  hostName,
  key,
  list,
  listeningHost,
  mailbox,
  network,
  smtpUrl,
  text,
  webAddress,
  wholeNumber,
  type Kind,
} from './config-kinds.ts'

/** One variable of the environment, as the program reads it and the documentation shows it. */
export type Variable<T = unknown> = Readonly<{
  name: string
  kind: Kind<T>
  /** The text that stands in where the variable is absent or empty. */
  default?: string
  /** What happens where it is absent and has no default. */
  otherwise?: string
  example: string
  meaning: string
  /** Its value is never repeated, not even in a complaint about it. */
  isSecret?: true
}>

const mebibyte = 1024 * 1024
const port = wholeNumber(0, 65_535)

/** Every variable of the environment, by its name in the configuration; the documentation's table is made from it. */
export const variables = {
  host: {
    name: 'HOST',
    kind: listeningHost,
    default: '127.0.0.1',
    example: '0.0.0.0',
    meaning: 'The address on which the server listens.',
  },
  port: {
    name: 'PORT',
    kind: port,
    default: '8080',
    example: '3000',
    meaning: 'The port on which the server listens; 0 takes any free one.',
  },
  dataDirectory: {
    name: 'DATA_DIR',
    kind: text,
    default: './data',
    example: '/var/lib/casewright',
    meaning: 'The directory of the embedded database, the documents and the master key.',
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    kind: databaseUrl,
    otherwise: 'the embedded PostgreSQL is started',
    example: 'postgres://casewright:secret@db.internal:5432/casewright',
    meaning: 'The PostgreSQL server to use, as the role of the application.',
    isSecret: true,
  },
  databaseOwnerUrl: {
    name: 'DATABASE_OWNER_URL',
    kind: databaseUrl,
    otherwise: 'with DATABASE_URL, nothing is migrated and no organisation can be created',
    example: 'postgres://casewright_owner:secret@db.internal:5432/casewright',
    meaning: 'The same server as the role that owns the tables.',
    isSecret: true,
  },
  roles: {
    name: 'CASEWRIGHT_ROLES',
    kind: list(choice('web', 'worker')),
    default: 'web,worker',
    example: 'worker',
    meaning: 'What this process does: serve requests, run background jobs, or both.',
  },
  masterKey: {
    name: 'CASEWRIGHT_MASTER_KEY',
    kind: key,
    otherwise: 'made once and kept in a file in DATA_DIR',
    example: 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=',
    meaning: 'The key under which secrets are stored encrypted.',
    isSecret: true,
  },
  domains: {
    name: 'CASEWRIGHT_DOMAINS',
    kind: list(hostName),
    default: 'icasework.com',
    example: 'icasework.com,cases.example.org',
    meaning: 'The ends of host names before which the name of an organisation may stand.',
  },
  defaultOrganisation: {
    name: 'CASEWRIGHT_DEFAULT_ORGANISATION',
    kind: account,
    otherwise: 'an address must name its organisation',
    example: 'demo',
    meaning: 'The organisation that is meant where an address names none.',
  },
  trustedProxies: {
    name: 'CASEWRIGHT_TRUSTED_PROXIES',
    kind: list(network),
    otherwise: 'no forwarding header is believed',
    example: '10.0.0.0/8,::1',
    meaning: 'The proxies whose X-Forwarded headers are believed.',
  },
  tokenAudiences: {
    name: 'CASEWRIGHT_TOKEN_AUDIENCES',
    kind: list(hostAndPort),
    otherwise: 'only the addresses under which the server is reached',
    example: 'cases.example.org',
    meaning: 'Further hosts that a token may name as its audience.',
  },
  publicUrl: {
    name: 'CASEWRIGHT_PUBLIC_URL',
    kind: webAddress,
    otherwise: 'http://localhost:PORT',
    example: 'https://cases.example.org',
    meaning: 'The address under which people reach the server, for the links it gives out.',
  },
  smtpUrl: {
    name: 'SMTP_URL',
    kind: smtpUrl,
    otherwise:
      'no mail is sent: notices are shown in the application only, and letters go by post only',
    example: 'smtp://casewright:secret@mail.internal:587',
    meaning: 'The server to which outgoing mail is handed over.',
    isSecret: true,
  },
  mailFrom: {
    name: 'MAIL_FROM',
    kind: mailbox,
    otherwise: 'no mail is sent',
    example: 'Casework <cases@north.example>',
    meaning:
      'The address from which mail is sent, with a name before it where people shall see one.',
  },
  metricsPort: {
    name: 'CASEWRIGHT_METRICS_PORT',
    kind: port,
    otherwise: 'no measurements are offered',
    example: '9464',
    meaning: 'The port on which measurements are offered to Prometheus.',
  },
  metricsHost: {
    name: 'CASEWRIGHT_METRICS_HOST',
    kind: listeningHost,
    default: '127.0.0.1',
    example: '0.0.0.0',
    meaning: 'The address on which measurements are offered.',
  },
  logLevel: {
    name: 'CASEWRIGHT_LOG_LEVEL',
    kind: choice('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    default: 'info',
    example: 'warn',
    meaning: 'The least weight a log line must have to be written.',
  },
  databasePool: {
    name: 'CASEWRIGHT_DATABASE_POOL',
    kind: wholeNumber(1, 1000),
    default: '10',
    example: '20',
    meaning: 'How many connections to the database one process may hold.',
  },
  maxBody: {
    name: 'CASEWRIGHT_MAX_BODY',
    kind: wholeNumber(1024, 1024 * mebibyte),
    default: String(12 * mebibyte),
    example: '20971520',
    meaning: 'The largest request body, in bytes.',
  },
  maxParameters: {
    name: 'CASEWRIGHT_MAX_PARAMETERS',
    kind: wholeNumber(10, 100_000),
    default: '2000',
    example: '5000',
    meaning: 'The most parameters that one request may carry.',
  },
  maxNameLength: {
    name: 'CASEWRIGHT_MAX_NAME_LENGTH',
    kind: wholeNumber(10, 10_000),
    default: '200',
    example: '300',
    meaning: 'The longest name of a parameter, in characters.',
  },
  maxXmlDepth: {
    name: 'CASEWRIGHT_MAX_XML_DEPTH',
    kind: wholeNumber(1, 1000),
    default: '20',
    example: '40',
    meaning: 'The deepest nesting of elements in an XML body.',
  },
  maxJsonDepth: {
    name: 'CASEWRIGHT_MAX_JSON_DEPTH',
    kind: wholeNumber(1, 1000),
    default: '20',
    example: '40',
    meaning: 'The deepest nesting of objects and lists in a JSON body.',
  },
  documentMaxSize: {
    name: 'CASEWRIGHT_DOCUMENT_MAX_SIZE',
    kind: wholeNumber(1024, 10 * 1024 * mebibyte),
    default: String(100 * mebibyte),
    example: '52428800',
    meaning: 'The largest document, in bytes.',
  },
  documentCallSeconds: {
    name: 'CASEWRIGHT_DOCUMENT_CALL_SECONDS',
    kind: wholeNumber(1, 300),
    default: '15',
    example: '30',
    meaning: 'How long one call may spend fetching documents, in seconds.',
  },
} as const satisfies Record<string, Variable>
