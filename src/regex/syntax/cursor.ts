/** A place in a pattern, from which it is read. */
export class Cursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  /** The unit at the place, or some units behind it; empty at the end. */
  peek(offset = 0): string {
    return this.text.charAt(this.at + offset)
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at)
  }

  /** Goes behind a text, when it is here. */
  skip(text: string): boolean {
    const isHere = this.startsWith(text)
    if (isHere) this.at += text.length
    return isHere
  }

  /** The character here, and goes behind it; undefined at the end. */
  next(): number | undefined {
    return this.isAtEnd ? undefined : this.take()
  }

  /** The character here, where the pattern is not at its end, and goes behind it. */
  take(): number {
    const codePoint = this.text.codePointAt(this.at) ?? 0
    this.at += codePoint > 0xffff ? 2 : 1
    return codePoint
  }

  /** What was read since a place. */
  since(start: number): string {
    return this.text.slice(start, this.at)
  }
}
