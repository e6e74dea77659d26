import { getInformation } from './get-information.ts'

export { getInformation }
export const operations = [getInformation]
