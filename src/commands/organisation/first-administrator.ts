import { insertUser } from '#domain/people/index.ts'
import { addSignInToken, signInAddress } from '#domain/sign-in/index.ts'
import type { Desk } from '#commands/command.ts'
import { servedAddress } from '#platform/data-directory.ts'
import type { Writing } from '#platform/statement.ts'

/** Whoever sets an organisation up. */
export interface FirstAdministrator {
  readonly email: string
  readonly fullName: string
}

/** Makes the first administrator of an organisation, and a token that signs them in once; within a transaction. */
export async function addAdministrator(
  db: Writing,
  now: Date,
  { email, fullName }: FirstAdministrator,
): Promise<string> {
  const userName = email.slice(0, email.lastIndexOf('@'))
  await insertUser(db, { userName, fullName, email, role: 'administrator', team: null, now })
  return (await addSignInToken(db, now, email))?.token ?? ''
}

/** The address of a sign-in link at the server that runs; without one, where the next will be. */
export const linkAt = ({ config }: Desk, organisation: string, token: string): string => {
  const running = config.publicUrl ?? servedAddress(config.dataDirectory)
  return (running ?? `http://localhost:${config.port}`) + signInAddress(organisation, token)
}
