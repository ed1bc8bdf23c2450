import type { Step } from '../schema/index.ts'
import { copyArray, ownValue } from '../values/index.ts'

/** Whether some value at a path passes a test. Reads own properties only, and never throws. */
export function someValueAt(
  value: unknown,
  steps: readonly Step[],
  passes: (value: unknown) => boolean,
  at = 0,
): boolean {
  const step = steps[at]
  if (step === undefined) return passes(value)
  const next = ownValue(value, step.name)
  if (next === undefined) return false
  if (!step.repeated) return someValueAt(next, steps, passes, at + 1)
  return copyArray(next)?.some((element) => element != null && someValueAt(element, steps, passes, at + 1)) === true
}

/** All values at a path, for showing; none when it is unset. */
export function valuesAt(steps: readonly Step[], resource: unknown): readonly unknown[] {
  const values: unknown[] = []
  someValueAt(resource, steps, (value) => {
    values.push(value)
    return false
  })
  return values
}
