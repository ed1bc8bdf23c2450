import { explain } from '../index.ts'
import type { JsonObject, ResourceEntry } from '../input/index.ts'
import { describeExplanation } from './describe-explanation.ts'
import { eachResource } from './each-resource.ts'
import { UsageError } from './usage-error.ts'
import type { CommandContext } from './command-context.ts'
import { collectNearest } from './nearest-name.ts'
import { compileForKinds } from './compile-for-kinds.ts'
import type { CommandSubject } from './subject.ts'

interface Named {
  readonly resource: JsonObject
  readonly subject: CommandSubject
}

/**
 * Explains the verdict for each resource of that name. Several may share a name; then each is shown with its id.
 */
export async function explainResources(filter: string, name: string, context: CommandContext): Promise<void> {
  const { request, selection } = context
  const { profile } = request
  const kinds = compileForKinds(filter, profile, selection)
  const near = collectNearest(name)
  const describe = ({ resource, subject }: Named, which?: string): string =>
    describeExplanation(name, explain(filter, resource, { schema: subject.schema, profile }), which)
  let count = 0
  /** The first resource of the name, until a second one is found. */
  let only: Named | undefined
  const takeOnly = (which?: string): string => {
    const text = only === undefined ? '' : describe(only, which)
    only = undefined
    return text
  }
  const sink = {
    take: (entry: ResourceEntry, subject: CommandSubject): string => {
      const { resource } = entry
      if (resource.name !== name) {
        if (count === 0) near.add(resource.name)
        return ''
      }
      kinds.matcherFor(subject, entry)
      count++
      if (count === 1) {
        only = { resource, subject }
        return ''
      }
      return takeOnly(only && idOf(only.resource)) + describe({ resource, subject }, idOf(resource))
    },
    end: (inputName: string): string => {
      kinds.checkEmpty()
      if (count > 0) return takeOnly()
      const [nearest] = near.names()
      const help = nearest === undefined ? '' : `; did you mean ${nearest}?`
      const one = selection.named?.schema.resource ?? 'resource'
      throw new UsageError(`no ${one} named ${name} in ${inputName}${help}`)
    },
  }
  try {
    await eachResource(sink, context)
  } catch (error) {
    // Prints what was found before the input failed.
    await context.stdout.write(takeOnly())
    throw error
  }
}

const idOf = ({ id }: JsonObject): string =>
  typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint' ? `id ${String(id)}` : 'no id'
