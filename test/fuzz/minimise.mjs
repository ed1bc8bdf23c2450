/** Leaves out of filter and resource what is not needed for the same flaw. `hasFlaw` is asked about a smaller case. */
export async function minimise(given, hasFlaw) {
  let smallest = given
  const attempt = async (smaller) => {
    if (!(await hasFlaw(smaller))) return false
    smallest = smaller
    return true
  }
  const { length } = given.filter
  for (let size = Math.ceil(length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < smallest.filter.length;) {
      const filter = smallest.filter.slice(0, at) + smallest.filter.slice(at + size)
      if (!(await attempt({ ...smallest, filter }))) at += size
    }
  }
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false
    for (const resource of smallerValues(smallest.resource)) {
      isSmaller = await attempt({ ...smallest, resource })
      if (isSmaller) break
    }
  }
  return smallest
}

/** A value without one of its parts, or with one of them smaller. */
function* smallerValues(value) {
  if (typeof value === 'string') {
    if (value.length > 0) yield value.slice(0, Math.floor(value.length / 2))
    if (value.length > 0) yield value.slice(1)
  }
  if (typeof value !== 'object' || value === null) return
  for (const name of Object.keys(value)) yield without(value, name)
  for (const [name, part] of Object.entries(value))
    for (const smaller of smallerValues(part))
      yield Array.isArray(value) ? value.with(Number(name), smaller) : { ...value, [name]: smaller }
}

const without = (value, name) =>
  Array.isArray(value)
    ? value.toSpliced(Number(name), 1)
    : Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
