/** A place in a pattern. */
export class Cursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  /** The UTF-16 unit at the place, or some units after it; empty at the end. */
  peek(offset = 0): string {
    return this.text.charAt(this.at + offset)
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at)
  }

  /** Moves past a text if it is here. */
  skip(text: string): boolean {
    const isHere = this.startsWith(text)
    if (isHere) this.at += text.length
    return isHere
  }

  /** Reads the character here and moves past it; undefined at the end. */
  next(): number | undefined {
    return this.isAtEnd ? undefined : this.take()
  }

  /** Reads the character here and moves past it. Not to be called at the end. */
  take(): number {
    const codePoint = this.text.codePointAt(this.at) ?? 0
    this.at += codePoint > 0xffff ? 2 : 1
    return codePoint
  }

  /** The text since a place. */
  since(start: number): string {
    return this.text.slice(start, this.at)
  }
}
