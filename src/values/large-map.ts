/** What of a `Map` is needed, for any number of entries. */
export interface LargeMap<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
  delete(key: K): boolean
  readonly size: number
}

/** A `Map` moves all of its entries when it grows: 5 ms for as many as this, 70 ms for a million. */
const maxEntries = 2 ** 17

/** How many maps texts are spread over, and how many characters of one, from its end, tell in which it is. */
const textMaps = 64
const maxHashed = 32

/**
 * A map in parts, none of which takes long to grow. Texts are spread over parts by their characters; for anything else
 * each part is asked. No value is to be undefined.
 */
export function createLargeMap<K, V>(): LargeMap<K, V> {
  const texts = new Map<number, Map<K, V>>()
  const others = [new Map<K, V>()]
  let size = 0

  /** The part that a key is in, or the one that it is to be in. */
  function partFor(key: K): Map<K, V> {
    if (typeof key === 'string') return textPartFor(key)
    for (const part of others) if (part.has(key)) return part
    for (const part of others) if (part.size < maxEntries) return part
    const part = new Map<K, V>()
    others.push(part)
    return part
  }

  function textPartFor(text: string): Map<K, V> {
    const number = hashOf(text) % textMaps
    const known = texts.get(number)
    if (known !== undefined) return known
    const part = new Map<K, V>()
    texts.set(number, part)
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
  for (let at = Math.max(0, text.length - maxHashed); at < text.length; at++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  }
  return (hash ^ (hash >>> 16)) >>> 0
}
