/** Why a case stays under its version. */
export const staysInWords: Readonly<Record<string, string>> = {
  stage: 'its stage is not in the version, and no other was chosen',
  stages: 'two of its stages at once are not in the version',
  sensitive: 'it holds a sensitive answer that the version has no field for',
  failed: 'something went wrong with it: move the open cases once more',
}

/** So many cases. */
export const casesInWords = (count: number): string => (count === 1 ? '1 case' : `${count} cases`)
