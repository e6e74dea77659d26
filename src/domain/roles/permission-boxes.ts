import { flag } from '#kernel/kinds.ts'
import { optional, parameterRows, readParameters, type Composite } from '#kernel/parameters.ts'
import { permissions, type Permission } from '#kernel/permission.ts'
import { permissionWords } from '#kernel/permission-words.ts'

const boxes = Object.fromEntries(
  permissions.map((name) => [name, optional(flag, permissionWords[name].label, name)]),
)

/** A box for each permission, under its name: those that are ticked. */
export const permissionBoxes: Composite<readonly Permission[]> = Object.freeze<
  Composite<readonly Permission[]>
>({
  rows: parameterRows(boxes),
  read(raw) {
    const { input, flaws } = readParameters(boxes, raw)
    return { value: permissions.filter((name) => input[name] === true), flaws }
  },
})
