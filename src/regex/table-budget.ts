/** What an automaton has learned, which it can learn again. */
export interface Table {
  /** What it holds now. */
  bytes: number
  /** When it was last used, as the budget counts; 0 when it has no owner. */
  usedAt: number
  drop(): void
}

/** Memory that tables share. When it is used up, the least recently used are dropped. */
export interface TableBudget {
  /** The time of now: it goes on whenever a table grows. */
  now: number
  /** Says that a table has grown. It is not dropped itself, though it may be larger than the whole budget. */
  grown(table: Table): void
}

export function createTableBudget(mostBytes: number): TableBudget {
  const tables = new Set<Table>()
  return {
    now: 1,
    grown(table) {
      this.now++
      tables.add(table)
      let total = 0
      for (const { bytes } of tables) total += bytes
      if (total <= mostBytes) return
      // Down to three quarters, so that not every growth has to look for something to drop.
      for (const oldest of [...tables].sort((a, b) => a.usedAt - b.usedAt)) {
        if (total <= (mostBytes * 3) / 4) break
        if (oldest === table) continue
        total -= oldest.bytes
        oldest.drop()
        tables.delete(oldest)
      }
    },
  }
}
