import QuickLRU from 'quick-lru'
import { compilePlan, type Plan, type PlannedTest } from '../evaluate/index.ts'
import type { Profile } from '../profiles.ts'
import type { Path } from '../schema/index.ts'
import { type Bitmap, complementOf, createBitmap, enlarge, intersect, setRow, unite } from './bitmap.ts'
import { type Column, createColumn } from './column.ts'

/** What single restrictions say of every row: computed when first asked for, kept current, combined to plans. */
export interface Answers {
  /** The rows among those present for which a plan holds. */
  select(plan: Plan, profile: Profile, present: Bitmap): Bitmap
  /** Brings all up to date with what now stands in a row. */
  refresh(row: number): void
  /** Makes room for so many rows. */
  enlarge(room: number): void
  /** Forgets everything: rows have moved. */
  clear(): void
}

/** The rows for which a restriction holds. */
interface Answer {
  readonly judge: (row: number) => boolean
  bitmap: Bitmap
}

/** How many answers to single restrictions are kept. */
const mostAnswers = 64

/** @param rowsNow what stands in the rows; a row may be empty */
export function createAnswers(rowsNow: () => readonly unknown[]): Answers {
  const columns = new Map<string, Column>()
  const touched = new Set<string>()
  const answers = new QuickLRU<string, Answer>({ maxSize: mostAnswers })

  /** The column of a path; undefined when one scan is cheaper, which it is only once. */
  function columnOf(path: Path): Column | undefined {
    const name = nameOfPath(path)
    const column = columns.get(name) ?? createColumn(path, rowsNow(), touched.has(name))
    if (column !== undefined) columns.set(name, column)
    touched.add(name)
    return column
  }

  function answer(test: PlannedTest, profile: Profile, words: number): Bitmap {
    const key = nameOf(test, profile)
    const known = answers.get(key)
    if (known !== undefined) return known.bitmap
    const { question } = test
    const column = columnOf(question.path)
    const matches = compilePlan(test)
    const judge =
      column === undefined ? (row: number) => matches(rowsNow()[row]) : (row: number) => column.judge(question, row)
    const bitmap = enlarge(column?.select(question) ?? scan(rowsNow(), matches), words * 32)
    answers.set(key, { judge, bitmap })
    return bitmap
  }

  return {
    select(plan, profile, present) {
      const evaluate = (part: Plan): Bitmap => {
        switch (part.kind) {
          case 'test':
            return intersect(present, [answer(part, profile, present.length)])
          case 'not':
            return complementOf(present, evaluate(part.plan))
          case 'all':
            return intersect(present, part.plans.map(evaluate))
          case 'any':
            return unite(present, part.plans.map(evaluate))
        }
      }
      return evaluate(plan)
    },
    refresh(row) {
      const resource = rowsNow()[row]
      for (const column of columns.values()) column.update(row, resource)
      for (const kept of answers.values()) setRow(kept.bitmap, row, kept.judge(row))
    },
    enlarge(room) {
      for (const kept of answers.values()) kept.bitmap = enlarge(kept.bitmap, room)
    },
    clear() {
      columns.clear()
      touched.clear()
      answers.clear()
    },
  }
}

function scan(rows: readonly unknown[], matches: (resource: unknown) => boolean): Bitmap {
  const bitmap = createBitmap(rows.length)
  for (let row = 0; row < rows.length; row++) if (matches(rows[row])) setRow(bitmap, row, true)
  return bitmap
}

/** The same for paths that lead to the same values, read in the same way. */
const nameOfPath = ({ steps, field }: Path): string =>
  JSON.stringify([steps, field.type, field.type === 'map' && field.value])

/** The same for restrictions that ask the same of the same field, whatever the schema and the limits of the call. */
function nameOf({ path, restriction, value, longestText }: PlannedTest, profile: Profile): string {
  return JSON.stringify([
    nameOfPath(path),
    longestText,
    restriction.comparator.symbol,
    value.kind === 'value' ? value.parts : value.text,
    [profile.hasOnString, profile.enumCase, profile.unsetParent],
  ])
}
