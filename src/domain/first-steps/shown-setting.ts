/** The setting by which an organisation is shown the first steps; absent where it is not. */
export const shownSetting = 'showsFirstSteps'
