export { hashPassword, isPasswordOf } from './password-hash.ts'
export { isPossible, passwordFault } from './password-rules.ts'
export { readableSecret } from './readable-secret.ts'
