/** The part of railroad-diagrams that is used here; the package brings no types. */
declare module 'railroad-diagrams' {
  interface Item {
    toString(): string
  }
  /** A diagram has its size once it is formatted. */
  interface Picture extends Item {
    /** With room around it, in pixels. */
    format(padding: number): this
    readonly attrs: { readonly width: number; readonly height: number }
  }
  function Diagram(...items: readonly Item[]): Picture
  function Sequence(...items: readonly Item[]): Item
  function Choice(normal: number, ...items: readonly Item[]): Item
  function Optional(item: Item): Item
  function ZeroOrMore(item: Item, repeat?: Item): Item
  function Terminal(text: string): Item
  function NonTerminal(text: string): Item
}
