import type { ISerializedGast } from 'chevrotain'
import * as railroad from 'railroad-diagrams'
import { labelOf } from './prune.ts'

const style = `
  svg { background: #fff }
  path { stroke-width: 2; stroke: #444; fill: none }
  text { font: 13px ui-monospace, Menlo, Consolas, monospace; text-anchor: middle; fill: #111 }
  text.rule { font-weight: bold; text-anchor: start }
  rect { stroke-width: 2; stroke: #444; fill: #e8f0fe }
  g.terminal rect { fill: #e6f4ea }`

const margin = 16
const titleHeight = 24

/** All rules, one below the other, in one picture that stands by itself. */
export function drawGrammar(rules: readonly ISerializedGast[], title: string): string {
  let top = margin
  let widest = 0
  const drawn = rules.map((rule) => {
    const svg = railroad.Diagram(drawParts(rule.definition ?? [])).toString()
    const [, width = '0', height = '0'] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
    const name = `<text class="rule" x="${String(margin)}" y="${String(top + 14)}">${labelOf(rule)}</text>`
    const picture = svg.replace('<svg ', `<svg x="${String(margin)}" y="${String(top + titleHeight)}" `)
    top += titleHeight + Number(height)
    widest = Math.max(widest, Number(width))
    return `${name}\n${picture.trim()}`
  })
  const [width, height] = [widest + 2 * margin, top + margin].map(String)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width ?? ''}" height="${height ?? ''}" role="img">`,
    `<title>${title}</title>`,
    `<style>${style}\n</style>`,
    `<rect width="100%" height="100%" style="fill: #fff; stroke: none"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n')
}

function drawParts(parts: readonly ISerializedGast[]): railroad.Part {
  const [only, ...others] = parts
  if (only === undefined) return railroad.Skip()
  return others.length === 0 ? drawPart(only) : railroad.Sequence(...parts.map(drawPart))
}

function drawPart(part: ISerializedGast): railroad.Part {
  const inside = part.definition ?? []
  switch (part.type) {
    case 'Terminal':
      return railroad.Terminal(labelOf(part).replaceAll('"', ''))
    case 'NonTerminal':
      return railroad.NonTerminal(labelOf(part))
    case 'Alternation':
      return inside.length === 1 ? drawParts(inside) : railroad.Choice(0, ...inside.map(drawPart))
    case 'Option':
      return inside.length === 0 ? railroad.Skip() : railroad.Optional(drawParts(inside))
    case 'Repetition':
      return inside.length === 0 ? railroad.Skip() : railroad.ZeroOrMore(drawParts(inside))
    case 'RepetitionWithSeparator':
      return railroad.ZeroOrMore(
        drawParts(inside),
        'separator' in part ? drawPart(part.separator as ISerializedGast) : undefined,
      )
    case 'RepetitionMandatory':
    case 'RepetitionMandatoryWithSeparator':
      return railroad.OneOrMore(drawParts(inside))
    case 'Rule':
    case 'Alternative':
      return drawParts(inside)
  }
}
