export { drawFlow, drawFlowForPage } from './draw.ts'
export { flowInWords } from './flow-in-words.ts'
