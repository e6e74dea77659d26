import { addTask } from './add-task.ts'
import { completeTask } from './complete-task.ts'
import { createAction } from './create-action.ts'
import { getTasks } from './get-tasks.ts'
import { reassignTask } from './reassign-task.ts'
import { undoTask } from './undo-task.ts'

export { unknownTask } from './errors.ts'
export { reassignTaskOfCase } from './queries.ts'
export { addTask, completeTask, createAction, getTasks, reassignTask, undoTask }
export const operations = [createAction, addTask, completeTask, undoTask, reassignTask, getTasks]
