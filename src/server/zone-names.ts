/** The region of a zone: `us-east1` of `us-east1-b`. */
export const regionOfZone = (zone: string): string => zone.replace(/-[^-]*$/, '')

/** The part of a path or a URL behind its last slash. */
export const lastSegment = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
