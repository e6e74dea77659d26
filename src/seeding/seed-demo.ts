import { settleBroughtIn } from '#domain/clock/index.ts'
import type { Address } from '#platform/database.ts'
import type { DocumentStore } from '#platform/files/document-store.ts'
import { connectAsOwner, type Within } from '#platform/owner-transaction.ts'
import { makeOrganisation } from './configure.ts'
import { generateDemo } from '#seeding/generating/generate-demo.ts'
import * as queries from './queries.ts'
import { readSeeds, type Seeds } from './seed-files.ts'
import { storeDemo } from './store-demo.ts'

/** Where to make the demonstration organisation, and when it is now. */
export interface SeedingDemo {
  readonly owner: Address
  readonly documents: DocumentStore
  readonly now: Date
}

/** What seeding came to: the organisation's name, and the cases made; none where it was there already. */
export interface SeededDemo {
  readonly organisation: string
  readonly organisationId: number
  readonly isNew: boolean
  readonly cases: number
}

/** Makes the demonstration organisation, whole or not at all; where it exists it stays as it is. */
export async function seedDemo({ owner, documents, now }: SeedingDemo): Promise<SeededDemo> {
  const seeds = await readSeeds()
  const connection = await connectAsOwner(owner)
  try {
    return await connection.transaction((within) => make(within, { seeds, documents, now }))
  } finally {
    await connection.close()
  }
}

interface Making {
  readonly seeds: Seeds
  readonly documents: DocumentStore
  readonly now: Date
}

async function make(within: Within, { seeds, documents, now }: Making): Promise<SeededDemo> {
  const { name } = seeds.organisation
  const nobody = await within(0)
  await queries.lockSeeding(nobody, {})
  const found = await queries.findOrganisation(nobody, { name })
  if (found) {
    const { organisationId } = found
    return { organisation: name, organisationId, isNew: false, cases: 0 }
  }
  const { db, numbers, caseTypes } = await makeOrganisation(within, seeds.organisation, {
    seeds,
    now,
  })
  const demo = generateDemo({ seeds, caseTypes, now })
  await storeDemo(demo, { db, documents, numbers })
  await settleBroughtIn(db, now)
  await queries.countAnew(db, {})
  const { organisationId } = db
  return { organisation: name, organisationId, isNew: true, cases: demo.caseFiles.length }
}
