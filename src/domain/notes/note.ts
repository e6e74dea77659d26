/** The kind of a note that is given none, or none that is configured (contract 6.2). */
export const generalNote = 'General'
