import { caseTypeVersion } from '#domain/case-types/index.ts'
import { configuredOptions, type List, type Options } from '#domain/options/index.ts'
import { markOfAll } from '#domain/seen/index.ts'
import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { unknownPerson } from './errors.ts'
import { getPerson, personSought } from './person.ts'
import {
  listAccountsOfPerson,
  listAlerts,
  listCasesOfPerson,
  listContacts,
  listTwins,
} from './record-queries.ts'
import { sameness } from './twin.ts'

const mostCases = 200

/** All there is to say of somebody: the record, alerts, contacts, cases, accounts and likely duplicates. */
export const getCustomer = operation({
  name: 'getcustomer',
  summary: 'Show a person',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'customer.view',
  parameters: { person: personSought },
  errors: [unknownPerson],
  returns: 'content',
  examples: [{ Person: '3001' }],

  async handle({ input: { person: customerId }, db, actor, now }) {
    const person = await getPerson(db, customerId)
    const [alerts, contacts, cases, accounts, twins, options] = await Promise.all([
      listAlerts(db, { customerId }),
      listContacts(db, { customerId }),
      actor.permissions.has('case.view')
        ? listCasesOfPerson(db, { customerId, most: mostCases })
        : [],
      listAccountsOfPerson(db, { customerId }),
      person.mergedInto === null ? listTwins(db, { customerId }) : [],
      configuredOptions(db),
    ])
    return {
      ...person,
      alerts: alerts.map((alert) => ({
        ...alert,
        isReviewDue: alert.reviewOn <= writeLocalDate(now),
      })),
      contacts: contacts.map((contact) => ({ ...contact, seen: markOfAll(contact) })),
      cases: await Promise.all(
        cases.map(async ({ caseTypeId, version, ...theCase }) => ({
          ...theCase,
          caseType: (await caseTypeVersion(db, { caseTypeId, version })).label,
        })),
      ),
      accounts,
      twins: twins
        .map((twin) => ({ ...twin, reasons: sameness(person, twin) }))
        .filter(({ reasons }) => reasons.length > 0)
        .slice(0, 10),
      contactMethods: valuesOf(options, 'contact method'),
      categories: valuesOf(options, 'customer category'),
      mayUpdate: person.mergedInto === null && actor.permissions.has('customer.update'),
    }
  },
})

const valuesOf = ({ all }: Options, wanted: List): readonly string[] =>
  all.filter(({ list }) => list === wanted).map(({ value }) => value)
