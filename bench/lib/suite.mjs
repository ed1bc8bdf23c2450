/*
 * A suite is a module with `run`, which resolves to its figures as plain data, and `report`, which makes Markdown of
 * them. As a program it prints its report, or with --json its figures.
 */

export async function runAsProgram({ filename }, { run, report }) {
  if (process.argv[1] !== filename) return
  const figures = await run()
  console.log(process.argv.includes('--json') ? JSON.stringify(figures) : report(figures))
}

/** Says what is being measured, where somebody may be waiting. */
export function tell(text) {
  process.stderr.write(`  ${text}\n`)
}

export const mapValues = (object, map) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]))
