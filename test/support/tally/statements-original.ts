/** The statements of the original documents (contract 9), in their order, and the twelve examples (10). */
export const originalStatements = {
  'original 1': 'remote services open cases, add notes and read case details',
  'original 2': 'HTTPS addresses are called directly, with the parameters attached',
  'original 3': 'API key and signature are managed by the caller’s system',
  'original 4': 'each service returns XML, whose contents depend on the operation',
  'original 5':
    'a pair can be tied to addresses and works only from there, a pair without a list from anywhere',
  'original 6': 'createcase: the address, Type, and the sample with Customer.Surname',
  'original 7': 'type names are predefined by configuration, and further parameters depend on Type',
  'original 8': 'customer parameters are common to all types, and are added to the URL or posted',
  'original 9': 'many parameters are available only when they are switched on',
  'original 10': 'values such as ContactMethod match configured ones',
  'original 11': 'a Customer.Id that is held updates the stored details',
  'original 12': '33 Customer parameters, from Id to Disability9',
  'original 13':
    'several documents by number; name and media type of 100 characters, URL of 500, are kept whole',
  'original 14': 'a document whose URL is not public is called back during submission',
  'original 15': 'addcasenotes: the address, and notes or comments on an existing case',
  'original 16':
    'a note is shown to the caseworker, and to the customer if SelfServiceAccess is true',
  'original 17':
    'addcasenotes is passed Notes, Type, SelfServiceAccess and RequestDate, and CaseId or ExternalId',
  'original 18':
    'updateexternalid links the case to its record elsewhere; both references reach it afterwards',
  'original 19': 'updatecustomer creates or updates, with 33 fields and RequestDate',
  'original 20': 'getreport: reports on cases, tasks, correspondence or customers, by ReportId',
  'original 21': 'RequestDate is the present moment in XML date-time form',
  'original 22':
    'updateaccount: POST to the UAT address with db, and to eUAT and production by host',
  'original 23':
    'an account is updated; Type and ExternalAccountId are required, nine parameters are not',
  'original 24':
    'Format defaults to XML, Type codes are configured, and DateRemoved removes the account',
  'original 25': 'updateaccount reads JSON, and XML without a root',
  'original 26': 'updateaccount replies in XML and JSON with accountid',
  'original 27':
    'two error headers; 84000 to 84003 and 84099 with 400, 84021 with 403 and two texts',
  E1: 'token: a strict JWT without exp, at the shared host',
  E2: 'token: padded standard alphabet, iat as text, assertion first and not percent-encoded',
  E3: 'token: signed with another secret',
  E4: 'createcase: older host, all in the query, empty body, signature over RequestDate',
  E5: 'createcase: form, account in a form field, no RequestDate, first document is number 2',
  E6: 'createcase: JSON with number, boolean, null and empty object; bearer; no Format',
  E7: 'getcasedetails: signature over ExternalId, two cases share it',
  E8: 'getcaseattribute: GET with a body media type, token in the query, unknown reference',
  E9: 'updateaccount: one-element JSON array, bearer, account by host',
  E10: 'updateaccount: rootless XML, token in the query',
  E11: 'updateaccount: XML with a root, a required parameter missing',
  E12: 'addcasenotes: older host, form, pair limited to one address',
} as const
