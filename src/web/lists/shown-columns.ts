import { chosen } from './list-address.ts'
import type { ListAddress } from './list-address.ts'
import type { Column, List } from './list.ts'

/** The name under which an address says which columns to show. */
export const columnsName = 'Column'

/** The columns that the reader may leave out. */
export const optionalColumns = <Row>({ columns }: List<Row>): readonly Column<Row>[] =>
  columns.filter(({ isOptional }) => isOptional)

/** The columns to show: all of them where the address does not say. */
export const shownColumns = <Row>(list: List<Row>, at: ListAddress): readonly Column<Row>[] => {
  const wanted = chosen(at, columnsName)
  if (wanted.length === 0) return list.columns
  return list.columns.filter(({ name, isOptional }) => !isOptional || wanted.includes(name))
}
