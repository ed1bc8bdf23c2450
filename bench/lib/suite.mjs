/*
 * A suite is a module with `run`, which resolves to its figures as plain data, and `report`, which turns them into
 * Markdown. As a program it prints its report, or its figures with --json.
 */

export async function runAsProgram({ filename }, { run, report }) {
  if (process.argv[1] !== filename) return
  const figures = await run()
  console.log(process.argv.includes('--json') ? JSON.stringify(figures) : report(figures))
}

/** Prints the current measurement on a terminal. */
export function tell(text) {
  process.stderr.write(`  ${text}\n`)
}

export const mapValues = (object, map) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]))
