/** Up to this length a native search is faster, and its worst case, text × part, is small. */
const maxNativeLength = 64

/** Finds a part in a text, from some place on; -1 when it is not there. Takes time of the order text + part. */
export function createSearch(part: string): (text: string, from: number) => number {
  if (part.length <= maxNativeLength) return (text, from) => text.indexOf(part, from)
  const borders = findBorders(part)
  return (text, from) => {
    let matched = 0
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      while (matched > 0 && part.charCodeAt(matched) !== unit) matched = borders[matched] ?? 0
      if (part.charCodeAt(matched) === unit) matched++
      if (matched === part.length) return at + 1 - matched
    }
    return -1
  }
}

/** For each length of a beginning of the part: the longest shorter beginning that it ends with (Knuth, Morris, Pratt). */
function findBorders(part: string): Uint32Array {
  const borders = new Uint32Array(part.length + 1)
  let border = 0
  for (let at = 1; at < part.length; at++) {
    while (border > 0 && part.charCodeAt(border) !== part.charCodeAt(at)) border = borders[border] ?? 0
    if (part.charCodeAt(border) === part.charCodeAt(at)) border++
    borders[at + 1] = border
  }
  return borders
}
