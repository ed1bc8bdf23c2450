import type { StateTable } from './state-table.ts'

/**
 * The memory that all tables share. When it is used up, the least recently used tables are emptied. A table has no
 * reference to its automaton, so an unused automaton is collected although the budget holds its table.
 */
export class TableBudget {
  /** The clock of `usedAt`: it advances whenever a table grows. */
  now = 1
  private readonly maxBytes: number
  private tables = new Set<StateTable>()
  private bytes = 0

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes
  }

  /** Records that a table has grown. This table is not emptied, even if it is larger than the whole budget. */
  grown(table: StateTable, by: number): void {
    this.now++
    table.usedAt = this.now
    this.tables.add(table)
    this.bytes += by
    if (this.bytes > this.maxBytes) this.makeRoom(table)
  }

  /** Empties a table at once. */
  release(table: StateTable): void {
    if (!this.tables.delete(table)) return
    this.bytes -= table.bytes
    table.empty()
  }

  /** Empties tables until three quarters of the budget are used, so that the next growths need no search. */
  private makeRoom(grown: StateTable): void {
    this.bytes = [...this.tables].reduce((sum, { bytes }) => sum + bytes, 0)
    for (const oldest of [...this.tables].sort((a, b) => a.usedAt - b.usedAt)) {
      if (this.bytes <= (this.maxBytes * 3) / 4) return
      if (oldest !== grown) this.release(oldest)
    }
  }
}
