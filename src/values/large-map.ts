/** What of a `Map` is needed, for any number of entries. */
export interface LargeMap<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
  delete(key: K): boolean
  readonly size: number
}

/** A `Map` moves all of its entries when it grows: 5 ms for as many as this, 70 ms for a million. */
const maxEntries = 2 ** 17

/** How many lists of maps texts are spread over, and how many characters of one, at each end, tell in which it is. */
const textLists = 64
const maxHashed = 24

/**
 * A map in parts, none of which takes long to grow. Texts are spread over lists of parts by their characters; in a list,
 * each part is asked. No value is to be undefined.
 */
export function createLargeMap<K, V>(): LargeMap<K, V> {
  const texts = new Map<number, Map<K, V>[]>()
  const others = [new Map<K, V>()]
  let size = 0

  function textsLike(text: string): Map<K, V>[] {
    const number = hashOf(text) % textLists
    const known = texts.get(number)
    if (known !== undefined) return known
    const parts = [new Map<K, V>()]
    texts.set(number, parts)
    return parts
  }

  /** The part that a key is in, or the one that it is to be in. */
  function partFor(key: K): Map<K, V> {
    const parts = typeof key === 'string' ? textsLike(key) : others
    const [first, second] = parts
    if (first !== undefined && second === undefined && first.size < maxEntries) return first
    for (const part of parts) if (part.has(key)) return part
    for (const part of parts) if (part.size < maxEntries) return part
    const part = new Map<K, V>()
    parts.push(part)
    return part
  }

  return {
    get: (key) => partFor(key).get(key),
    set(key, value) {
      const part = partFor(key)
      const before = part.size
      part.set(key, value)
      size += part.size - before
    },
    delete(key) {
      const isDeleted = partFor(key).delete(key)
      if (isDeleted) size--
      return isDeleted
    },
    get size() {
      return size
    },
  }
}

function hashOf(text: string): number {
  let hash = text.length
  const add = (from: number, to: number): void => {
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  }
  add(0, Math.min(maxHashed, text.length))
  add(Math.max(maxHashed, text.length - maxHashed), text.length)
  return (hash ^ (hash >>> 16)) >>> 0
}
