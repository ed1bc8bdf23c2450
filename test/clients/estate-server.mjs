// `compute-filter serve` over the estate, and over one of the projects that gcloud asks for the standard images.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from './checks.mjs'
import { estate, inCollection } from './estate.mjs'

/** @param folder a path that does not exist */
export function serveEstate(folder) {
  mkdirSync(folder)
  const write = (name, resources) =>
    writeFileSync(join(folder, name), resources.map((resource) => `${JSON.stringify(resource)}\n`).join(''))
  write('my-project.ndjson', estate)
  write('debian-cloud.ndjson', [{ ...inCollection('images')[0], name: 'standard', selfLink: undefined }])
  return serve(folder)
}
