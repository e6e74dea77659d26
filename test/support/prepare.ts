import { migrate } from '#platform/migrate.ts'
import { prepareServer } from '#platform/roles.ts'
import { serverAddress, templateDatabase } from './database.ts'

// Makes the migrated database of which each test file gets a copy.
await prepareServer({ ...serverAddress(), user: 'postgres' }, templateDatabase)
await migrate({ ...serverAddress(), user: 'casewright_owner', database: templateDatabase })
