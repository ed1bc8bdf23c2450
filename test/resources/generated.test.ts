import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { imageSchema, type Schema } from '../../src/index.ts'
import { fileNameOf } from '../../src/resources/generator/write-modules.ts'
import { isUnchanged } from '../../src/resources/generator/origin.ts'
import { collections, schemaOf } from '../../src/resources/index.ts'
import type { Field, Fields } from '../../src/schema/index.ts'

const folder = new URL('../../src/resources/generated/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const files = readdirSync(folder)
const resources = [...new Set(collections.map(({ resource }) => resource))].sort()

interface Reference {
  readonly resources: Readonly<Record<string, string>>
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>
}
const reference = JSON.parse(read('reference.json')) as Reference

/** Every field of a schema, with its path. */
function* fieldsIn(fields: Fields, path = ''): Generator<readonly [path: string, field: Field]> {
  for (const [name, field] of Object.entries(fields)) {
    yield [path + name, field]
    if (field.type === 'message') yield* fieldsIn(field.fields, `${path}${name}.`)
    if (field.type === 'map' && typeof field.value === 'object')
      yield* fieldsIn(field.value.fields, `${path}${name}.*.`)
  }
}

describe('the generated files', () => {
  test.each(files.filter((name) => name.endsWith('.ts')))('%s was not changed by hand', (name) => {
    expect(isUnchanged(read(name))).toBe(true)
  })

  test('are a module for each of the 103 resources, and what they share', () => {
    const shared = ['names.ts', 'reference.json', 'texts.ts', 'types.ts']
    expect(resources).toHaveLength(103)
    expect(files.toSorted()).toEqual([...resources.map((name) => `${fileNameOf(name)}.ts`), ...shared].sort())
  })

  test.each(resources)('the module of %s has the schema that the whole has', async (resource) => {
    const name = fileNameOf(resource)
    const module = (await import(`../../src/resources/generated/${name}.ts`)) as Readonly<Record<string, Schema>>
    const schemaName = `${resource.charAt(0).toLowerCase()}${resource.slice(1)}Schema`
    expect(Object.keys(module)).toEqual([schemaName])
    expect(module[schemaName]).toEqual(schemaOf(resource))
    expect(Object.isFrozen(module[schemaName]?.fields)).toBe(true)
  })

  test('have the fields of the hand-checked image', () => {
    expect(schemaOf('Image')).toEqual(imageSchema)
  })

  test('have a value for every enum, and no field without a type', () => {
    const all = resources.flatMap((resource) => [...fieldsIn(schemaOf(resource).fields, `${resource}.`)])
    expect(all).toHaveLength(4_916)
    const empty = all.filter(([, field]) => field.type === 'enum' && field.values.some((value) => value === ''))
    expect(empty).toEqual([])
    expect(all.filter(([, { type }]) => typeof type !== 'string')).toEqual([])
  })
})

describe('the reference', () => {
  const typeOf = (field: Field): string => {
    const repeated = 'repeated' in field ? '[]' : ''
    if (field.type === 'map') return typeof field.value === 'string' ? `map<string, ${field.value}>` : 'map of messages'
    return field.type === 'message' ? `message${repeated}` : `${field.type}${repeated}`
  }

  test.each(resources)('names the page of %s and the types of its fields', (resource) => {
    expect(reference.resources[resource]).toMatch(
      /^https:\/\/cloud\.google\.com\/compute\/docs\/reference\/rest\/v1\/\w+(?:\/\w+)?$/,
    )
    const check = (message: string, fields: Fields) => {
      const told = reference.messages[message]
      expect(Object.keys(told ?? {}), message).toEqual(Object.keys(fields))
      for (const [name, field] of Object.entries(fields)) {
        const text = told?.[name] ?? ''
        const inner = /^(?:map<string, )?([A-Z]\w*)/.exec(text)?.[1]
        if (inner === undefined) expect(text, `${message}.${name}`).toBe(typeOf(field))
        else if (field.type === 'message') check(inner, field.fields)
        else if (field.type === 'map' && typeof field.value === 'object') check(inner, field.value.fields)
        else expect.fail(`${message}.${name} is ${text}, but the schema has ${field.type}`)
      }
    }
    check(resource, schemaOf(resource).fields)
  })
})

describe('the types', () => {
  const interfaces = new Map(
    ts
      .createSourceFile('types.ts', read('types.ts'), ts.ScriptTarget.Latest)
      .statements.filter((statement) => ts.isInterfaceDeclaration(statement))
      .map(({ name, members }) => [
        name.text,
        members.filter(ts.isPropertySignature).map((member) => (member.name as ts.Identifier).text),
      ]),
  )

  test('have an interface with the same fields for every message that has any', () => {
    const messages = Object.entries(reference.messages).filter(([, fields]) => Object.keys(fields).length > 0)
    expect(interfaces.size).toBe(messages.length)
    for (const [name, fields] of messages) expect(interfaces.get(name), name).toEqual(Object.keys(fields))
  })
})
