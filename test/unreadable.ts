/* Resources with unreadable parts, each with an equivalent plain resource. */

/** A value with unreadable parts, and an equivalent one without these. */
export interface Planted {
  readonly hostile: unknown
  /** Undefined if the whole value is unreadable. */
  readonly plain: unknown
}

const boom = (): never => {
  throw new Error('boom')
}
const cannotBeRead = { get: boom, enumerable: true, configurable: true }

export function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

/** An array whose length cannot be read. */
const withoutLength = (elements: unknown[]): unknown =>
  new Proxy(elements, { get: (target, name) => (name === 'length' ? boom() : (Reflect.get(target, name) as unknown)) })

/**
 * Plants what cannot be read into JSON.
 *
 * @param next gives a number from 0 on for each place, which decides what is done there
 */
export function plant(value: unknown, next: () => number): Planted {
  if (typeof value !== 'object' || value === null) return { hostile: value, plain: value }
  return Array.isArray(value) ? plantInArray(value, next) : plantInObject(value, next)
}

function plantInArray(elements: readonly unknown[], next: () => number): Planted {
  const hostile: unknown[] = []
  const plain: unknown[] = []
  for (const [at, element] of elements.entries()) {
    const inside = plant(element, next)
    plain.push(undefined)
    hostile.length = at + 1
    const choice = next() % 8
    if (choice === 0) Object.defineProperty(hostile, at, cannotBeRead)
    else if (choice === 1) hostile[at] = null
    // The third is a hole.
    else if (choice > 2) [hostile[at], plain[at]] = [inside.hostile, inside.plain]
  }
  const choice = next() % 16
  if (choice === 0) return { hostile: withoutLength(hostile), plain: undefined }
  if (choice === 1) return { hostile: revoked(hostile), plain: undefined }
  return { hostile, plain }
}

function plantInObject(object: object, next: () => number): Planted {
  const inherited = {}
  const hostile = Object.create(next() % 4 === 0 ? inherited : Object.prototype) as object
  const isHeir = Object.getPrototypeOf(hostile) === inherited
  const plain = {}
  for (const [name, value] of Object.entries(object)) {
    const inside = plant(value, next)
    const choice = next() % 8
    const own = { value: inside.hostile, enumerable: true, configurable: true, writable: true }
    if (choice === 0) Object.defineProperty(hostile, name, cannotBeRead)
    else if (choice === 1 && isHeir) Object.defineProperty(inherited, name, own)
    else {
      Object.defineProperty(hostile, name, own)
      if (inside.plain !== undefined) Object.defineProperty(plain, name, { ...own, value: inside.plain })
    }
  }
  const choice = next() % 16
  if (choice === 0) return { hostile: new Proxy(hostile, { get: boom }), plain: {} }
  if (choice === 1) return { hostile: revoked(hostile), plain: undefined }
  return { hostile, plain }
}
