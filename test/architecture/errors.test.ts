import { expect, test } from 'vitest'
import ts from 'typescript'
import { sources } from './sources.ts'

test('the class of an error is called …Error, and so is its name', () => {
  const wrong = sources.flatMap(({ path, text }) =>
    ts
      .createSourceFile(path, text, ts.ScriptTarget.Latest)
      .statements.filter((statement) => ts.isClassDeclaration(statement))
      .filter(({ heritageClauses = [] }) =>
        heritageClauses.some(({ types }) =>
          types.some(({ expression }) => ts.isIdentifier(expression) && expression.text.endsWith('Error')),
        ),
      )
      .map(({ name, members }) => {
        const initializer = members
          .filter((member) => ts.isPropertyDeclaration(member))
          .find((member) => ts.isIdentifier(member.name) && member.name.text === 'name')?.initializer
        return [name?.text ?? '', initializer && ts.isStringLiteral(initializer) ? initializer.text : name?.text]
      })
      .filter(([name = '', shown]) => !name.endsWith('Error') || shown !== name)
      .map(([name]) => `${path}: ${String(name)}`),
  )
  expect(wrong).toEqual([])
})
