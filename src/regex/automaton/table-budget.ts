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
  /** Says that a table has grown by so many bytes. It is not dropped itself, though it may be larger than the whole budget. */
  grown(table: Table, by: number): void
}

export function createTableBudget(mostBytes: number): TableBudget {
  /** Weakly, so that what nobody matches with any more is not kept for what it has learned. */
  let tables: WeakRef<Table>[] = []
  const known = new WeakSet<Table>()
  /** Bytes: what the tables held when they were last counted, and all growth since. Never less than they hold. */
  let total = 0

  /** Drops tables down to three quarters, so that not every growth has to look for something to drop. */
  function makeRoom(grown: Table): void {
    const alive = tables.flatMap((reference) => reference.deref() ?? []).sort((a, b) => a.usedAt - b.usedAt)
    total = alive.reduce((sum, { bytes }) => sum + bytes, 0)
    for (const oldest of alive) {
      if (total <= (mostBytes * 3) / 4) break
      if (oldest === grown) continue
      total -= oldest.bytes
      oldest.drop()
      known.delete(oldest)
    }
    tables = tables.filter((reference) => {
      const table = reference.deref()
      return table !== undefined && known.has(table)
    })
  }

  return {
    now: 1,
    grown(table, by) {
      this.now++
      if (!known.has(table)) {
        known.add(table)
        tables.push(new WeakRef(table))
      }
      total += by
      if (total > mostBytes) makeRoom(table)
    },
  }
}
