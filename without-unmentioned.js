import { parseAst } from 'rolldown/parseAst'

/**
 * A chunk without the functions and methods that nothing in it mentions, directly or through others. Names count wherever they
 * occur, as identifiers or as strings; nothing in the chunk calls a method by a computed name.
 */
export function withoutUnmentioned(code) {
  const { body } = parseAst(code)
  const definitions = new Set(body.flatMap(definitionsIn))
  const mentioned = new Set()
  const add = (node) => {
    if (node === null || typeof node !== 'object' || definitions.has(node)) return
    if (node.type === 'Identifier') mentioned.add(node.name)
    if (node.type === 'Literal') mentioned.add(node.value)
    for (const child of Object.values(node)) add(child)
  }
  add(body)
  let before
  do {
    before = definitions.size
    for (const definition of definitions) {
      if (!mentioned.has((definition.key ?? definition.id).name)) continue
      definitions.delete(definition)
      add(definition)
    }
  } while (definitions.size < before)
  const edits = [...definitions].map(({ start, end }) => ({ start, end, text: '' }))
  return applyEdits(code, edits)
}

/** The functions of a statement, or the methods of its classes. */
function definitionsIn(statement) {
  if (statement.type === 'FunctionDeclaration') return [statement]
  const nodes = statement.type === 'VariableDeclaration' ? statement.declarations.map(({ init }) => init) : [statement]
  const classes = nodes.filter((node) => node?.type.startsWith('Class'))
  const members = classes.flatMap((node) => node.body.body)
  return members.filter(
    ({ type, kind, computed }) => type === 'MethodDefinition' && kind !== 'constructor' && !computed,
  )
}

/** @param edits in the order of the text */
export const applyEdits = (text, edits) =>
  edits.reduceRight((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text)
