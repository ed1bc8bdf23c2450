import { describe, expectTypeOf, test } from 'vitest'
import type { Image, imageSchema, Int64, OpenEnum, ResourceOf } from '../../src/index.ts'

// The compiler does the work here (`npm run check:types`); at run time these only show that they were looked at.

type Described = ResourceOf<typeof imageSchema>

describe('Image', () => {
  test('has the fields of imageSchema', () => {
    expectTypeOf<keyof Image>().toEqualTypeOf<keyof typeof imageSchema.fields>()
    expectTypeOf<Image>().branded.toEqualTypeOf<Described>()
  })
})

describe('ResourceOf', () => {
  test('gives each type of field its JSON', () => {
    expectTypeOf<Described['name']>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<Described['id']>().toEqualTypeOf<Int64 | null | undefined>()
    expectTypeOf<Described['creationTimestamp']>().toEqualTypeOf<string | Date | null | undefined>()
    expectTypeOf<Described['enableConfidentialCompute']>().toEqualTypeOf<boolean | null | undefined>()
    expectTypeOf<Described['labels']>().toEqualTypeOf<Readonly<Record<string, string>> | null | undefined>()
    expectTypeOf<Described['licenses']>().toEqualTypeOf<readonly string[] | null | undefined>()
    expectTypeOf<Described['licenseCodes']>().toEqualTypeOf<readonly Int64[] | null | undefined>()
    expectTypeOf<Described['sourceType']>().toEqualTypeOf<OpenEnum<'RAW'> | null | undefined>()
  })

  test('leaves enums open and fields unset', () => {
    expectTypeOf<{ status: 'NEW_STATUS' }>().toExtend<Image>()
    expectTypeOf<{ deprecated: null }>().toExtend<Image>()
    expectTypeOf({}).toExtend<Image>()
    expectTypeOf<{ creationTimestamp: Date }>().toExtend<Image>()
    expectTypeOf<{ name: Date }>().not.toExtend<Image>()
    expectTypeOf<{ name: number }>().not.toExtend<Image>()
    expectTypeOf<{ guestOsFeatures: { type: number }[] }>().not.toExtend<Image>()
  })
})
