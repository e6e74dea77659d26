export { drawFlow } from './draw.ts'
export { flowInWords } from './flow-in-words.ts'
