/** The region of a zone: `us-east1` of `us-east1-b`. */
export const regionOfZone = (zone: string): string => zone.replace(/-[^-]*$/, '')

/** What stands behind the last slash of a path or a URL. */
export const lastSegment = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
