/** What is on or off for a whole organisation, as pages call it. */
export const switchWords = [
  {
    setting: 'isSigningAllowed',
    text: 'Programs may sign calls with a key and a signature',
    hint: 'If not, they need a token for each session.',
  },
  {
    setting: 'isWritingByGetAllowed',
    text: 'Programs may write by GET on the older host',
    hint: 'Some older programs can do nothing else.',
  },
  {
    setting: 'isDisclosureOnPortalOnly',
    text: 'The disclosure log is answered on the portal hosts only',
    hint: 'The service getcases is refused on other hosts.',
  },
  {
    setting: 'isErrorInJson',
    text: 'Programs that ask for JSON get errors in JSON',
    hint: 'If not, they get the usual error page.',
  },
  {
    setting: 'isStrict',
    text: 'Words that no list holds are refused',
    hint: 'If not, they are kept and flagged on the case. Each list can be held to otherwise.',
  },
  {
    setting: 'isBreakGlassAllowed',
    text: 'People may open a confidential case in an emergency',
    hint: 'By its number, for a day, with a reason that is kept.',
  },
] as const
