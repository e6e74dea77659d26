/** How often each fault is tried in every run of the tests. */
export const usualRounds = 3

/** How often each fault is tried: as usual, or as often as CASEWRIGHT_TEST_ROUNDS says. */
// oxlint-disable-next-line node/no-process-env -- the test runner's own variable
export const rounds = Number(process.env['CASEWRIGHT_TEST_ROUNDS'] || usualRounds)
