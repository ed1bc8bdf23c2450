import * as railroad from 'railroad-diagrams'
import type { ProductionPart, Productions } from './productions.ts'

const style = `
  svg { background: #fff }
  path { stroke-width: 2; stroke: #444; fill: none }
  text { font: 13px ui-monospace, Menlo, Consolas, monospace; text-anchor: middle; fill: #111 }
  text.rule { font-weight: bold; text-anchor: start }
  rect { stroke-width: 2; stroke: #444; fill: #e8f0fe }
  rect[rx] { fill: #e6f4ea }`

const margin = 16
const titleHeight = 24

/** All rules, one below the other, in one self-contained picture. Tokens are round and green, rules are not. */
export function drawProductions(productions: Productions, title: string): string {
  let top = margin
  let widest = 0
  const drawn = [...productions].map(([name, part]) => {
    const { svg, width, height } = drawDiagram(part)
    const heading = `<text class="rule" x="${String(margin)}" y="${String(top + 14)}">${name}</text>`
    const picture = svg.replace('<svg ', `<svg x="${String(margin)}" y="${String(top + titleHeight)}" `)
    top += titleHeight + height
    widest = Math.max(widest, width)
    return `${heading}\n${picture.trim()}`
  })
  const [width, height] = [String(widest + 2 * margin), String(top + margin)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img">`,
    `<title>${title}</title>`,
    `<style>${style}\n</style>`,
    `<rect width="100%" height="100%" style="fill: #fff; stroke: none"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n')
}

function drawDiagram(part: ProductionPart) {
  const diagram = railroad.Diagram(drawPart(part)).format(8)
  return { svg: diagram.toString(), width: diagram.attrs.width, height: diagram.attrs.height }
}

function drawPart(part: ProductionPart): railroad.Item {
  switch (part.kind) {
    case 'token':
      return railroad.Terminal(part.label.replaceAll('"', ''))
    case 'rule':
      return railroad.NonTerminal(part.name)
    case 'sequence':
      return railroad.Sequence(...part.parts.map(drawPart))
    case 'choice':
      return railroad.Choice(0, ...part.parts.map(drawPart))
    case 'optional':
      return railroad.Optional(drawPart(part.part))
    case 'many':
      return railroad.ZeroOrMore(drawPart(part.part))
    case 'list':
      return railroad.ZeroOrMore(drawPart(part.part), drawPart(part.separator))
  }
}
