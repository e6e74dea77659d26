/** How often each fault is tried: three times, or as often as CASEWRIGHT_TEST_ROUNDS says. */
// oxlint-disable-next-line node/no-process-env -- the test runner's own variable
export const rounds = Number(process.env['CASEWRIGHT_TEST_ROUNDS'] || 3)
