/** The server's settings as its arguments: those of this project, those of a test, and those the caller adds. */
export function settingsOf(isDurable: boolean, added: Readonly<Record<string, string>> = {}) {
  const settings = { ...usual, ...(isDurable ? {} : forgetful), ...added }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const usual = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  shared_buffers: '256MB',
  max_connections: '100',
  jit: 'off',
  fsync: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The client is told of its errors; in the server's own log their texts could hold personal data.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
