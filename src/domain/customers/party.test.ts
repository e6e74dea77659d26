import assert from 'node:assert/strict'
import { test } from 'node:test'
import { equalityAnswer } from '#domain/equality/index.ts'
import { lists, optionsOf, type List } from '#domain/options/index.ts'
import { rawParameters } from '#kernel/parameters.ts'
import { partiesSent, partyRolesSent, partyRows, peopleOf, readParty } from './index.ts'
import { readPartyChanges } from './party.ts'

const configured = (values: Partial<Record<List, readonly string[]>>) =>
  optionsOf(
    Object.entries(values).flatMap(([list, all]) =>
      all.map((value) => ({ list, value, label: null, groupName: '', position: 0 })),
    ),
  )
const sent = (values: Record<string, string>) =>
  rawParameters(Object.entries(values).map(([name, value]) => ({ name, value })))
const nothing = configured({})
const everything = configured({
  parameter: partyRows('Customer.').map(({ name }) => name),
  'contact method': ['Email', 'Phone', 'Letter, large print'],
  'customer category': ['Tenant'],
  gender: ['Female', 'Prefer not to say'],
})

const core = {
  Id: 'reference',
  Title: 'title',
  FirstName: 'firstName',
  Surname: 'surname',
  Name: 'name',
  Organisation: 'organisationName',
  Address: 'address',
  Town: 'town',
  County: 'county',
  Country: 'country',
  Postcode: 'postcode',
  Email: 'email',
  Phone: 'phone',
  Mobile: 'mobile',
}
const aliases = {
  Forename1: 'firstName',
  City: 'town',
  State: 'county',
  ZIPCode: 'postcode',
}

for (const [name, column] of Object.entries({ ...core, ...aliases }))
  test(`Customer.${name} is taken without having been switched on`, () => {
    const party = readParty(sent({ [`customer.${name.toUpperCase()}`]: 'x' }), 'Customer.', nothing)
    assert.deepEqual(party, { details: { [column]: 'x' }, equality: [], misfits: [] })
  })

const switched: Record<string, [string, object]> = {
  ContactMethod: ['email,PHONE', { contactMethod: 'Email, Phone' }],
  ContactTime: ['mornings', { contactTime: 'mornings' }],
  ContactLanguage: ['FR', { contactLanguage: 'fr' }],
  ContactConsent: ['Yes', { contactConsent: true }],
  Category: [' tenant ', { category: 'Tenant' }],
  DateOfBirth: ['1980-03-14', { dateOfBirth: '1980-03-14' }],
  DOB: ['14/03/1980', { dateOfBirth: '1980-03-14' }],
  TwitterUsername: ['ann', { further: { TwitterUsername: 'ann' } }],
  AlternativeId1: ['7', { further: { AlternativeId1: '7' } }],
  AlternativeId2: ['8', { further: { AlternativeId2: '8' } }],
  Alias: ['Nan', { further: { Alias: 'Nan' } }],
  Nationality: ['Danish', { further: { Nationality: 'Danish' } }],
  Custom1: ['one', { further: { Custom1: 'one' } }],
  Custom17: ['last', { further: { Custom17: 'last' } }],
}
for (const [name, [text, details]] of Object.entries(switched))
  test(`Customer.${name} is taken once switched on, and unknown before that`, () => {
    const raw = sent({ [`Customer.${name}`]: text, 'Agent.Surname': 'Dee' })
    assert.deepEqual(readParty(raw, 'Customer.', everything)?.details, details)
    assert.equal(readParty(raw, 'Customer.', nothing), undefined)
  })

test('what is switched on for the customer is switched on for every role', () => {
  const raw = sent({ 'Agent.ContactTime': 'mornings' })
  const party = readParty(raw, 'Agent.', configured({ parameter: ['Customer.ContactTime'] }))
  assert.deepEqual(party?.details, { contactTime: 'mornings' })
})

const ofList = (list: List | undefined) => (list ? { list } : {})
const listOfMisfit: Readonly<Record<string, List>> = {
  ContactMethod: 'contact method',
  ContactLanguage: 'contact language',
  Category: 'customer category',
}

for (const [name, text] of Object.entries({
  ContactMethod: 'Email, Pigeon',
  ContactLanguage: 'french',
  Category: 'Martian',
  DateOfBirth: '1980-02-30',
  DOB: 'yesterday',
  Surname: 'x'.repeat(4001),
  Id: 'x'.repeat(501),
  Custom2: 'x'.repeat(4001),
}))
  test(`a Customer.${name} that does not fit is a misfit and no detail`, () => {
    const raw = sent({ [`Customer.${name}`]: text })
    assert.deepEqual(readParty(raw, 'Customer.', everything), {
      details: {},
      equality: [],
      misfits: [{ parameter: `Customer.${name}`, text, ...ofList(listOfMisfit[name]) }],
    })
  })

test('a value of the contact methods may itself hold a comma', () => {
  const raw = sent({ 'Customer.ContactMethod': 'letter, LARGE print' })
  const party = readParty(raw, 'Customer.', everything)
  assert.deepEqual(party?.details, { contactMethod: 'Letter, large print' })
})

test('an address keeps its lines and a million characters', () => {
  const address = `1 Mill Lane\n${'x'.repeat(900_000)}`
  const raw = sent({ 'Customer.Address': address.replace('\n', '\r\n') })
  assert.equal(readParty(raw, 'Customer.', nothing)?.details.address, address)
})

test('an equality answer is the value of the list, or the words as they are, and never a misfit', () => {
  const raw = sent({
    'Customer.Gender': 'prefer NOT to say',
    'Customer.Faith': 'my own',
    'Customer.Disability9': 'x'.repeat(5000),
  })
  const party = readParty(raw, 'Customer.', everything)
  assert.deepEqual(party?.misfits, [])
  assert.deepEqual(party?.details, {})
  assert.deepEqual(party?.equality, [
    equalityAnswer('Gender', 'Prefer not to say', everything),
    equalityAnswer('Faith', 'my own', everything),
    equalityAnswer('Disability9', 'x'.repeat(5000), everything),
  ])
  const given = party?.equality.map((answer) => Object.entries(answer.given ?? {})[1])
  assert.deepEqual(given?.slice(0, 2), [
    ['code', 'Prefer not to say'],
    ['text', 'my own'],
  ])
})

test('an equality question that is switched off is neither asked nor answered', () => {
  assert.equal(readParty(sent({ 'Customer.Gender': 'Female' }), 'Customer.', nothing), undefined)
})

test('empty means not given to createcase, and the alias counts where the name is empty', () => {
  const raw = sent({ 'Customer.Phone': ' ', 'Customer.FirstName': '', 'Customer.Forename1': 'Ann' })
  assert.deepEqual(readParty(raw, 'Customer.', everything)?.details, { firstName: 'Ann' })
  assert.equal(readParty(sent({ 'Customer.Phone': '' }), 'Customer.', nothing), undefined)
})

test('empty means cleared to updatecustomer, but only for what is switched on', () => {
  const raw = sent({
    Phone: '',
    Town: '',
    City: 'Leeds',
    ContactTime: '',
    Custom1: ' ',
    Gender: '',
  })
  assert.deepEqual(readPartyChanges(raw, everything), {
    details: { phone: null, town: 'Leeds', contactTime: null, further: { Custom1: null } },
    equality: [{ question: 'Gender', given: null }],
    misfits: [],
  })
  assert.deepEqual(readPartyChanges(raw, nothing).details, { phone: null, town: 'Leeds' })
})

test('documentation has every name of the contract under the prefix', () => {
  const names = new Set(partyRows('Agent.').map(({ name }) => name))
  for (const name of [
    ...Object.keys({ ...core, ...aliases, ...switched }),
    'Gender',
    'EthnicOrigin',
    'Sexuality',
    'Faith',
    'AgeGroup',
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `Disability${number}`),
  ])
    assert.ok(names.has(`Agent.${name}`), name)
  assert.ok(partyRows('').some(({ name, kind }) => name === 'Address' && kind === 'long text'))
})

const roles = configured({ 'party role': ['Applicant', 'SecondaryContact', 'Site', 'Party2'] })

test('the roles of a call are Customer, Agent and the configured ones, with their numbers', () => {
  const raw = sent({
    'site1.Address': 'x',
    'Applicant10.Surname': 'x',
    'Applicant2.Surname': 'x',
    'Applicant.Surname': 'x',
    'Party2.Surname': 'x',
    'agent.Surname': 'x',
    'Customer.Surname': 'x',
    'Stranger.Surname': 'x',
    'Site0.Address': 'x',
    Applicant: 'x',
  })
  assert.deepEqual(partyRolesSent(raw, roles), [
    { role: 'Customer', position: 0, prefix: 'Customer.' },
    { role: 'Agent', position: 0, prefix: 'Agent.' },
    { role: 'Applicant', position: 0, prefix: 'Applicant.' },
    { role: 'Applicant', position: 2, prefix: 'Applicant2.' },
    { role: 'Applicant', position: 10, prefix: 'Applicant10.' },
    { role: 'Party2', position: 0, prefix: 'Party2.' },
    { role: 'Site', position: 1, prefix: 'Site1.' },
  ])
})

test('two parties with the same reference are one person in two roles', () => {
  const parties = partiesSent(
    sent({
      'Customer.Id': 'C1',
      'Customer.Surname': 'Bell',
      'Agent.Id': 'C1',
      'Agent.Phone': '7',
      'Site.Town': 'Leeds',
      'Applicant.Surname': '',
    }),
    roles,
  )
  assert.deepEqual(peopleOf(parties), [
    {
      person: 0,
      details: { reference: 'C1', surname: 'Bell', phone: '7' },
      roles: [
        { role: 'Customer', position: 0 },
        { role: 'Agent', position: 0 },
      ],
      equality: [],
    },
    { person: 1, details: { town: 'Leeds' }, roles: [{ role: 'Site', position: 0 }], equality: [] },
  ])
})

test('every list a party is read against is one that can be configured', () => {
  for (const list of ['contact method', 'customer category', 'party role', 'parameter'])
    assert.ok(list in lists)
})
