/**
 * Whether two texts are the same, apart from the case of ASCII letters: `ready` and `READY`, not `pend\u0131ng` and
 * `PENDING`.
 */
export function equalsInAnyCase(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) {
    if (upperCase(a.charCodeAt(at)) !== upperCase(b.charCodeAt(at))) return false
  }
  return true
}

const upperCase = (unit: number): number => (unit >= 0x61 && unit <= 0x7a ? unit - 0x20 : unit)
