import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { sources } from './sources.ts'

/** Names that begin like a superlative. Each is removed from here when it has been renamed. */
const stillSuperlative: readonly string[] = ['longestName', 'longestProposal']

const parsed = sources.map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest))

const isTypeDeclaration = (node: ts.Node) =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isEnumDeclaration(node)

function exportedTypesOf(source: ts.SourceFile): readonly string[] {
  return source.statements.filter(isTypeDeclaration).flatMap(({ modifiers, name }) => {
    const isExported = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
    return isExported && name !== undefined ? [name.text] : []
  })
}

function identifiersOf(source: ts.SourceFile): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('names', () => {
  test('of exported types have one declaration each', () => {
    const declared = parsed.flatMap((source) =>
      exportedTypesOf(source).map((name) => ({ name, path: source.fileName })),
    )
    expect(declared.length).toBeGreaterThan(250)
    const double = declared.filter(({ name, path }) =>
      declared.some((other) => other.name === name && other.path !== path),
    )
    expect(double.map(({ name, path }) => `${name}: ${path}`)).toEqual([])
  })

  test('of bounds begin with max or min', () => {
    const superlative = /^(?:most|longest|least|greatest|largest|smallest|shortest|fewest|deepest)(?=[A-Z])/
    const found = parsed.flatMap((source) =>
      [...identifiersOf(source)]
        .filter((name) => superlative.test(name))
        .map((name) => ({ name, path: source.fileName })),
    )
    const shown = found.filter(({ name }) => !stillSuperlative.includes(name))
    expect(shown.map(({ name, path }) => `${name}: ${path}`)).toEqual([])
    expect(stillSuperlative.filter((name) => !found.some((other) => other.name === name))).toEqual([])
  })
})
