/** The part of railroad-diagrams that is used here; the package brings no types. */
declare module 'railroad-diagrams' {
  interface Part {
    toString(): string
  }
  function Diagram(...parts: readonly Part[]): Part
  function Sequence(...parts: readonly Part[]): Part
  function Choice(normal: number, ...parts: readonly Part[]): Part
  function Optional(part: Part): Part
  function ZeroOrMore(part: Part, repeat?: Part): Part
  function OneOrMore(part: Part, repeat?: Part): Part
  function Terminal(text: string): Part
  function NonTerminal(text: string): Part
  function Skip(): Part
}
