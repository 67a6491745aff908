/** Which task each line of a table is about. */
import { formatId, parseId } from '../../../kit/ids.js'
import { cut } from '../../../kit/text.js'
import type { Task } from '../../task/index.js'
import type { Cells } from './cells.js'

/** Gives each line the number of its task: the one it says, the task of its name, else the next that is free. */
export const numbering = (tasks: readonly Task[], all: readonly Cells[]) => {
  const byName = new Map<string, Task[]>()
  for (const task of tasks) byName.set(task.name, [...(byName.get(task.name) ?? []), task])
  const said = (cells: Cells) => {
    const id = parseId(cells.of('id'))
    return id?.prefix === 'M' ? id.number : undefined
  }
  const taken = new Map<number, number>()
  const named = new Map<string, number>()
  const reserved = [...tasks.map(({ number }) => number), ...all.flatMap((cells) => said(cells) ?? [])]
  let next = reserved.reduce((most, one) => Math.max(most, one), 0)
  return (cells: Cells, name: string): number | undefined => {
    const given = cells.of('id')
    const id = said(cells)
    if (id === undefined && named.has(name))
      return void cells.note('nameTwice', 'task', { other: named.get(name) ?? 0 })
    const [same, another] = byName.get(name) ?? []
    if (id === undefined && another) return void cells.note('nameSeveral', 'task', { name: cut(name, 40) })
    const number = id ?? same?.number ?? ++next
    const written = formatId('M', number)
    if (taken.has(number))
      return void cells.note('idTwice', 'id', { id: written, other: taken.get(number) ?? 0 })
    if (given !== '' && id === undefined) cells.note('idNew', 'id', { given: cut(given, 40), id: written })
    else if (given !== '' && given.toUpperCase() !== written)
      cells.note('id', 'id', { given: cut(given, 40), id: written })
    taken.set(number, cells.row)
    if (id === undefined) named.set(name, cells.row)
    return number
  }
}
