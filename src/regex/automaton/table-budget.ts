import type { StateTable } from './state-table.ts'

/**
 * Memory that all tables share. It holds them until it is used up; then the least recently used are emptied. A table
 * knows nothing of its automaton, so an automaton that nobody holds is collected at once, whatever its table does.
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

  /** Records that a table has grown. It is not emptied itself, though it may be larger than the whole budget. */
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

  /** Empties tables until three quarters are left, so that not every growth has to look for one. */
  private makeRoom(grown: StateTable): void {
    this.bytes = [...this.tables].reduce((sum, { bytes }) => sum + bytes, 0)
    for (const oldest of [...this.tables].sort((a, b) => a.usedAt - b.usedAt)) {
      if (this.bytes <= (this.maxBytes * 3) / 4) return
      if (oldest !== grown) this.release(oldest)
    }
  }
}
