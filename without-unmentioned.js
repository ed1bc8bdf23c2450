import { parseAst } from 'rolldown/parseAst'

/** Methods that the language or a host calls by name, so nothing has to mention them. Those named by symbols are computed. */
const calledImplicitly = new Set([
  'toJSON',
  'toString',
  'toLocaleString',
  'valueOf',
  'then',
  'next',
  'return',
  'throw',
  'exec',
  'message',
  'name',
])

/**
 * A chunk without the functions and methods that nothing in it mentions, directly or through others. Names count wherever they
 * occur, as identifiers or as strings; nothing in the chunk calls a method by a name that it puts together. Methods with
 * computed names, and those that are called implicitly, stay.
 *
 * @throws {Error} if the name of a method is private, a string or a number: such names are not looked for
 */
export function withoutUnmentioned(code) {
  const { body } = parseAst(code)
  const definitions = new Set(body.flatMap(definitionsIn))
  const mentioned = new Set()
  const add = (node) => {
    if (node === null || typeof node !== 'object' || definitions.has(node)) return
    if (node.type === 'Identifier') mentioned.add(node.name)
    if (node.type === 'Literal') mentioned.add(node.value)
    if (node.type === 'TemplateElement') mentioned.add(node.value.cooked)
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
  const methods = members.filter(
    ({ type, kind, computed }) => type === 'MethodDefinition' && kind !== 'constructor' && !computed,
  )
  const unknown = methods.find(({ key }) => key.type !== 'Identifier')
  if (unknown !== undefined) throw new Error(`the name of a method is of an unknown kind, ${unknown.key.type}`)
  return methods.filter(({ key }) => !calledImplicitly.has(key.name))
}

/** @param edits in the order of the text */
export const applyEdits = (text, edits) =>
  edits.reduceRight((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text)
