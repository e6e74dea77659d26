import { addContact } from './add-contact.ts'
import { amendAlert } from './amend-alert.ts'
import { amendContact } from './amend-contact.ts'
import { endAlert } from './end-alert.ts'
import { endContact } from './end-contact.ts'
import { setAlert } from './set-alert.ts'

export { contactKinds } from './contact.ts'
export { unknownAlert, unknownContact } from './errors.ts'
export { addContact, amendAlert, amendContact, endAlert, endContact, setAlert }
export const operations = [addContact, amendAlert, amendContact, endAlert, endContact, setAlert]
