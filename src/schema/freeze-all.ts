/** Freezes an object and all objects inside it. Not for one that contains itself. */
export function freezeAll<T extends object>(whole: T): T {
  for (const part of Object.values(whole) as readonly unknown[]) {
    if (typeof part === 'object' && part !== null) freezeAll(part)
  }
  return Object.freeze(whole)
}
